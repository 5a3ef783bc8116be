package org.sekisho.historyverifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.text.ParseException;
import org.sekisho.historyseal.Finding;
import org.sekisho.historyseal.Seal;
import org.sekisho.historyseal.SealCheck;

/**
 * The public keys of a tenant, as an auditor has kept them. Signatures are RS256 and nothing else,
 * whatever a seal says of itself, and keys have at least 2,048 bits.
 */
final class TenantKeys implements SealCheck {

  private static final JOSEObjectType TYPE = new JOSEObjectType("sekisho-history-seal+jws");
  private static final int LEAST_BITS = 2_048;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JWKSet keys;

  private TenantKeys(JWKSet keys) {
    this.keys = keys;
  }

  /**
   * Reads a JWK set (RFC 7517 §5).
   *
   * @throws ParseException where it is none
   */
  static TenantKeys of(String jwks) throws ParseException {
    return new TenantKeys(JWKSet.parse(jwks));
  }

  @Override
  public Seal open(String jws) throws NotSealedException {
    try {
      JWSObject signed = JWSObject.parse(jws);
      JWK key = keys.getKeyByKeyId(signed.getHeader().getKeyID());
      if (!(key instanceof RSAKey rsa) || rsa.size() < LEAST_BITS) {
        throw new NotSealedException(Finding.Kind.KEY_UNKNOWN);
      }
      boolean right =
          JWSAlgorithm.RS256.equals(signed.getHeader().getAlgorithm())
              // The same key signs tokens: none of them may pass for a seal.
              && TYPE.equals(signed.getHeader().getType())
              && signed.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
      if (!right) {
        throw new NotSealedException(Finding.Kind.SIGNATURE_WRONG);
      }
      return JSON.readValue(signed.getPayload().toBytes(), Seal.class);
    } catch (ParseException | JOSEException | IOException unreadable) {
      throw new NotSealedException(Finding.Kind.SIGNATURE_WRONG);
    }
  }
}
