package org.sekisho.certauthority;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as this module writes it down: 64 small hexadecimal digits. */
public final class Sha256 {

  private Sha256() {}

  /** The 32 octets. */
  public static byte[] of(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The fingerprint people compare. */
  public static String hex(byte[] octets) {
    return HexFormat.of().formatHex(of(octets));
  }
}
