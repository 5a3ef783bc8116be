package org.sekisho.devicecertificate.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text in two halves that are kept apart: without either, the other tells nothing. AES-256-GCM
 * under a key that is used once. Pure but for chance.
 *
 * @param key base64, 44 characters
 * @param sealed base64
 */
record SealedText(String key, String sealed) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_OCTETS = 32;
  private static final int IV_OCTETS = 12;
  private static final int TAG_BITS = 128;

  /**
   * Seals a text.
   *
   * @param owner to whom it belongs; for another it does not open
   */
  static SealedText of(String text, String owner) {
    byte[] key = random(KEY_OCTETS);
    byte[] iv = random(IV_OCTETS);
    try {
      byte[] octets =
          cipher(Cipher.ENCRYPT_MODE, key, iv, owner)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = Arrays.copyOf(iv, IV_OCTETS + octets.length);
      System.arraycopy(octets, 0, sealed, IV_OCTETS, octets.length);
      Base64.Encoder base64 = Base64.getEncoder();
      return new SealedText(base64.encodeToString(key), base64.encodeToString(sealed));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** The text; empty where the halves do not belong together or to the owner. */
  Optional<String> open(String owner) {
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      byte[] octets = base64.decode(sealed);
      byte[] iv = Arrays.copyOf(octets, IV_OCTETS);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, base64.decode(key), iv, owner)
              .doFinal(octets, IV_OCTETS, octets.length - IV_OCTETS);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private static byte[] random(int length) {
    byte[] octets = new byte[length];
    RANDOM.nextBytes(octets);
    return octets;
  }

  private static Cipher cipher(int mode, byte[] key, byte[] iv, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** No half comes into a log by chance. */
  @Override
  public String toString() {
    return "SealedText";
  }
}
