package org.sekisho.standins.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Identifiers that nobody can guess. */
public final class RandomId {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** 128 random bits as 32 lower-case hexadecimal digits. */
  public static String hex() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
