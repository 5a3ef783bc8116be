package org.sekisho.standins.mailgateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** The checks of OpenID Connect Core 1.0, section 3.1.3.7, and those of at_hash and max_age. */
// The library speaks Date; it is turned into Instant at once.
@SuppressWarnings("JavaUtilDate")
final class IdTokens {
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private IdTokens() {}

  static JWTClaimsSet verify(Tokens tokens, Provider provider, PendingSignIn pending, Instant now)
      throws GatewayProblem {
    SignedJWT token = TokenSignature.parse(tokens.idToken());
    JWTClaimsSet claims = TokenSignature.verified(token, provider.keys());
    requireParties(claims, provider.issuer(), pending.clientId());
    requireTimes(claims, now);
    GatewayProblem.unless(
        pending.nonce().equals(claims.getClaim("nonce")), "The ID token has another nonce.");
    GatewayProblem.unless(
        claims.getSubject() != null && !claims.getSubject().isEmpty(), "The ID token has no sub.");
    requireAccessTokenHash(token, claims, tokens.accessToken());
    requireMaxAge(claims, pending, now);
    return claims;
  }

  /** Also what a logout token has to keep. */
  static void requireParties(JWTClaimsSet claims, String issuer, String clientId)
      throws GatewayProblem {
    GatewayProblem.unless(issuer.equals(claims.getIssuer()), "The token has another issuer.");
    List<String> audience = claims.getAudience();
    GatewayProblem.unless(audience.contains(clientId), "The token is meant for somebody else.");
    Object authorized = claims.getClaim("azp");
    GatewayProblem.unless(
        authorized == null ? audience.size() == 1 : authorized.equals(clientId),
        "The token was issued to somebody else.");
  }

  static void requireTimes(JWTClaimsSet claims, Instant now) throws GatewayProblem {
    Instant expires = instant(claims.getExpirationTime(), "exp");
    Instant issued = instant(claims.getIssueTime(), "iat");
    GatewayProblem.unless(expires.isAfter(now.minus(SKEW)), "The token has expired.");
    GatewayProblem.unless(!issued.isAfter(now.plus(SKEW)), "The token was issued in the future.");
    GatewayProblem.unless(issued.isAfter(now.minus(OLDEST)), "The token was issued too long ago.");
  }

  private static Instant instant(Date date, String name) throws GatewayProblem {
    GatewayProblem.unless(date != null, "The token has no " + name + ".");
    return date.toInstant();
  }

  private static void requireMaxAge(JWTClaimsSet claims, PendingSignIn pending, Instant now)
      throws GatewayProblem {
    if (pending.maxAge().isEmpty()) {
      return;
    }
    GatewayProblem.unless(
        claims.getClaim("auth_time") instanceof Number,
        "The ID token must say when the user signed in.");
    Instant signedIn = Instant.ofEpochSecond(((Number) claims.getClaim("auth_time")).longValue());
    GatewayProblem.unless(
        signedIn.plusSeconds(pending.maxAge().get()).isAfter(now.minus(SKEW)),
        "The user signed in too long ago.");
  }

  private static void requireAccessTokenHash(
      SignedJWT token, JWTClaimsSet claims, String accessToken) throws GatewayProblem {
    if (claims.getClaim("at_hash") == null) {
      return;
    }
    boolean edwards = JWSAlgorithm.EdDSA.equals(token.getHeader().getAlgorithm());
    byte[] hash = hash(edwards ? "SHA-512" : "SHA-256", accessToken);
    String expected =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOf(hash, hash.length / 2));
    GatewayProblem.unless(
        expected.equals(claims.getClaim("at_hash")), "The access token is not the ID token's.");
  }

  private static byte[] hash(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
