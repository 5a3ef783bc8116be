package org.sekisho.devicecertificate.handback;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** 256 random bits as base64url (RFC 4648 §5), 43 characters. */
public final class SecretName {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  private SecretName() {}

  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text that somebody sent can be one at all. */
  public static boolean isOne(String text) {
    return text != null && FORM.matcher(text).matches();
  }
}
