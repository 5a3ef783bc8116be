package org.sekisho.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes as authenticator apps make them: RFC 6238, HmacSHA1, 30 seconds. */
final class Totp {

  static final int PERIOD_SECONDS = 30;
  static final int DIGITS = 6;

  private Totp() {}

  static String code(String asciiSecret, Instant at) {
    return code(asciiSecret, at, DIGITS);
  }

  /** The number of digits is 6 to 8. */
  static String code(String asciiSecret, Instant at, int digits) {
    byte[] mac = mac(asciiSecret, Math.floorDiv(at.getEpochSecond(), (long) PERIOD_SECONDS));
    int offset = mac[mac.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    int modulus = (int) Math.pow(10, digits);
    return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
  }

  private static byte[] mac(String asciiSecret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(asciiSecret.getBytes(StandardCharsets.US_ASCII), "RAW"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
