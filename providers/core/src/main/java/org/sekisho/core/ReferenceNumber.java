package org.sekisho.core;

import java.security.SecureRandom;

/**
 * The number on a refusal page, by which an administrator finds the refusal in the events. It says
 * nothing by itself and cannot be guessed.
 */
public record ReferenceNumber(String value) {

  /** Event detail that carries the number. */
  public static final String EVENT_DETAIL = "reference_number";

  /** Crockford's base 32: no I, L, O or U, so that it can be read out on the telephone. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static ReferenceNumber next() {
    StringBuilder digits = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      digits.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new ReferenceNumber(digits.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
