package org.sekisho.standins.mailgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TokenSignatureTest {
  private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("u1").build();

  private static void assertVerified(String token, JWK key) throws GatewayProblem {
    JWTClaimsSet claims = TokenSignature.verified(TokenSignature.parse(token), new JWKSet(key));
    assertThat(claims.getSubject()).isEqualTo("u1");
    String tampered = token.substring(0, token.length() - 8) + "AAAAAAAA";
    assertThatThrownBy(
            () -> TokenSignature.verified(TokenSignature.parse(tampered), new JWKSet(key)))
        .isInstanceOf(GatewayProblem.class);
  }

  @Test
  void es256IsVerified() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), CLAIMS);
    token.sign(new ECDSASigner(key));
    assertVerified(token.serialize(), key.toPublicJWK());
  }

  @Test
  void edDsaIsVerified() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.EdDSA), CLAIMS);
    String input = new String(token.getSigningInput(), StandardCharsets.UTF_8);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(token.getSigningInput());
    JWK key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).build();
    assertVerified(input + "." + Base64URL.encode(signer.sign()), key);
  }

  @Test
  void secretKeysAreNotTaken() throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), CLAIMS);
    token.sign(new MACSigner("0".repeat(32)));
    assertThatThrownBy(
            () -> TokenSignature.verified(TokenSignature.parse(token.serialize()), new JWKSet()))
        .hasMessageContaining("RS256, ES256 or EdDSA");
  }
}
