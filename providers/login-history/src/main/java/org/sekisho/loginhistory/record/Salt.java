package org.sekisho.loginhistory.record;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Keeps personal fields from being guessed by the hash that a seal keeps of them. */
final class Salt {

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Salt() {}

  static String next() {
    byte[] salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
