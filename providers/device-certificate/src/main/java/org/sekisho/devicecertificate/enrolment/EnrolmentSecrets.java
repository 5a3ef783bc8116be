package org.sekisho.devicecertificate.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.sekisho.certauthority.Sha256;

/**
 * Hashes of what opens an enrolment; the values themselves are never stored. Pure but for chance.
 */
final class EnrolmentSecrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PAIRING_CODES = 1_000_000;

  private EnrolmentSecrets() {}

  /** SHA-256, lower-case hexadecimal. */
  static String hash(String secret) {
    return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Six digits, each code as likely as any other. */
  static String pairingCode() {
    return "%06d".formatted(RANDOM.nextInt(PAIRING_CODES));
  }

  static String pairingHash(String enrolmentId, String code) {
    return hash(enrolmentId + ":" + code);
  }

  /** In constant time. */
  static boolean matches(String hash, String otherHash) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), otherHash.getBytes(StandardCharsets.US_ASCII));
  }
}
