package org.sekisho.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The application that sends its users to sign in: OpenID Connect, code flow with PKCE.
 *
 * @param realmUrl of the realm that signs in
 */
record Application(String realmUrl, String redirectUri) {

  static final String CLIENT_ID = "mail-gateway";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** A new authentication request. The code is never redeemed, so the verifier is not kept. */
  String authenticationRequest() {
    return realmUrl
        + "/protocol/openid-connect/auth?client_id="
        + CLIENT_ID
        + "&response_type=code&scope=openid&redirect_uri="
        + redirectUri.replace(":", "%3A").replace("/", "%2F")
        + "&state="
        + random()
        + "&nonce="
        + random()
        + "&code_challenge_method=S256&code_challenge="
        + challenge(random());
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
