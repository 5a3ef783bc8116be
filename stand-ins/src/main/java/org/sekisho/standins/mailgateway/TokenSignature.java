package org.sekisho.standins.mailgateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Set;

/**
 * Verifies signed tokens with the keys that their issuer publishes, and with public-key algorithms
 * only.
 */
final class TokenSignature {
  private static final Set<JWSAlgorithm> ALLOWED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

  private TokenSignature() {}

  /** The claims, once a key of the issuer has verified the signature over them. */
  static JWTClaimsSet verified(SignedJWT token, JWKSet keys) throws GatewayProblem {
    GatewayProblem.unless(
        ALLOWED.contains(token.getHeader().getAlgorithm()),
        "The token must be signed with RS256, ES256 or EdDSA.");
    for (JWK key : keys.getKeys()) {
      if (isCandidate(key, token) && verifies(token, key)) {
        return claims(token);
      }
    }
    throw new GatewayProblem("No key of the issuer verifies the token.");
  }

  static SignedJWT parse(String token) throws GatewayProblem {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException e) {
      throw new GatewayProblem("The token is no signed JWT.");
    }
  }

  static JWTClaimsSet claims(SignedJWT token) throws GatewayProblem {
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException e) {
      throw new GatewayProblem("The token holds no claims.");
    }
  }

  private static boolean isCandidate(JWK key, SignedJWT token) {
    String wanted = token.getHeader().getKeyID();
    boolean named = wanted == null || wanted.equals(key.getKeyID());
    return named && !KeyUse.ENCRYPTION.equals(key.getKeyUse());
  }

  private static boolean verifies(SignedJWT token, JWK key) {
    try {
      JWSVerifier verifier = verifier(key);
      JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
      return verifier != null
          && verifier.supportedJWSAlgorithms().contains(algorithm)
          && token.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    if (key instanceof RSAKey rsa) {
      return new RSASSAVerifier(rsa);
    }
    if (key instanceof ECKey ec) {
      return new ECDSAVerifier(ec);
    }
    return key instanceof OctetKeyPair pair ? new EdwardsVerifier(pair) : null;
  }
}
