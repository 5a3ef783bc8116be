package org.sekisho.standins.mailgateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.sekisho.standins.web.RandomId;

/**
 * A sign-in that was sent to an identity provider.
 *
 * @param verifier the secret half of PKCE (RFC 7636)
 * @param maxAge how many seconds ago the user may have signed in at most, if that was asked
 */
record PendingSignIn(
    String state,
    String nonce,
    String verifier,
    String browser,
    String issuer,
    String clientId,
    Optional<Long> maxAge) {

  static PendingSignIn start(
      String browser, String issuer, String clientId, Optional<Long> maxAge) {
    String verifier = RandomId.hex() + RandomId.hex();
    return new PendingSignIn(
        RandomId.hex(), RandomId.hex(), verifier, browser, issuer, clientId, maxAge);
  }

  /** The public half of PKCE, by method S256. */
  String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
