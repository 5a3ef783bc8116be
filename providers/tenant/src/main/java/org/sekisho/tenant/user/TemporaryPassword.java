package org.sekisho.tenant.user;

import java.security.SecureRandom;

/** Makes passwords that are handed over once and must be changed at the first sign-in. */
public final class TemporaryPassword {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without characters that are mistaken for one another on paper. */
  private static final String[] KINDS = {
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "#%+=?"
  };

  private static final int LENGTH = 16;

  private TemporaryPassword() {}

  /** 16 characters, four of each kind: about 58 bits. */
  public static String next() {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      String kind = KINDS[i % KINDS.length];
      password.append(kind.charAt(RANDOM.nextInt(kind.length())));
    }
    return password.toString();
  }
}
