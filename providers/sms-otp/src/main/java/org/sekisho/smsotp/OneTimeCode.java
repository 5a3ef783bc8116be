package org.sekisho.smsotp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A one-time code of six digits. The only class that makes codes, reads them and compares them.
 *
 * <p>A code is kept as a keyed hash over itself and all it is bound to, so a code that was sent for
 * one realm, user, number or sign-in never matches another.
 */
final class OneTimeCode {

  private static final int BOUND = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u3000-]");
  private static final String ALGORITHM = "HmacSHA256";

  private final String digits;

  private OneTimeCode(String digits) {
    this.digits = digits;
  }

  static OneTimeCode next() {
    return new OneTimeCode(Integer.toString(BOUND + RANDOM.nextInt(BOUND)).substring(1));
  }

  /** Reads what was typed; full-width digits, spaces and hyphens are forgiven. */
  static Optional<OneTimeCode> parse(String typed) {
    if (typed == null || typed.length() > 64) {
      return Optional.empty();
    }
    String ascii = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    String digits = SEPARATORS.matcher(ascii).replaceAll("");
    return SIX_DIGITS.matcher(digits).matches()
        ? Optional.of(new OneTimeCode(digits))
        : Optional.empty();
  }

  /** The digits, for the text message only. */
  String digits() {
    return digits;
  }

  /**
   * The keyed hash to store, in hexadecimal.
   *
   * @param binding what the code is for
   */
  String hash(byte[] key, Binding binding) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (String part :
          new String[] {
            binding.codeId(), binding.realmId(), binding.userId(), binding.number(), digits
          }) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Compares in constant time. */
  static boolean sameHash(String stored, String presented) {
    return MessageDigest.isEqual(
        stored.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
  }

  /** Never shows the digits: this may end up in a log. */
  @Override
  public String toString() {
    return "OneTimeCode[******]";
  }

  /** What a code is bound to. */
  record Binding(String codeId, String realmId, String userId, String number) {}
}
