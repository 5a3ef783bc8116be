package org.sekisho.standins.mailgateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;
import org.sekisho.standins.web.WebServer;

/** An OpenID provider that says whatever a test wants it to say. */
@SuppressWarnings("JavaUtilDate")
final class FakeProvider implements AutoCloseable {
  private final WebServer server = WebServer.bind(0);
  private final RSAKey published = key();
  private RSAKey signingKey = published;
  private String nonce = "";
  private UnaryOperator<JWTClaimsSet.Builder> change = claims -> claims;
  private Request lastTokenRequest;

  FakeProvider() {
    server.serve(
        new Routes()
            .get("/.well-known/openid-configuration", request -> Response.json(200, metadata()))
            .get("/keys", request -> Response.json(200, new JWKSet(published).toJSONObject()))
            .post("/token", this::token));
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return server.address();
  }

  void expectNonce(String expected) {
    nonce = expected;
  }

  void signWithAnotherKey() {
    signingKey = key();
  }

  void changeClaims(UnaryOperator<JWTClaimsSet.Builder> wanted) {
    change = wanted;
  }

  Request lastTokenRequest() {
    return lastTokenRequest;
  }

  private Map<String, String> metadata() {
    return Map.of(
        "issuer", issuer(),
        "authorization_endpoint", issuer() + "/authorize",
        "token_endpoint", issuer() + "/token",
        "jwks_uri", issuer() + "/keys",
        "end_session_endpoint", issuer() + "/logout");
  }

  private Response token(Request request) {
    lastTokenRequest = request;
    return Response.json(200, Map.of("access_token", "at", "id_token", idToken()));
  }

  private String idToken() {
    var claims =
        usual()
            .claim("nonce", nonce)
            .claim("sid", "s1")
            .claim("preferred_username", "hanako@example.co.jp")
            .claim("amr", List.of("pwd", "sms"))
            .claim("acr", "2");
    return sign(JOSEObjectType.JWT, change.apply(claims).build());
  }

  String logoutToken(UnaryOperator<JWTClaimsSet.Builder> wanted) {
    var claims =
        usual()
            .jwtID("j1")
            .claim("sid", "s1")
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return sign(new JOSEObjectType("logout+jwt"), wanted.apply(claims).build());
  }

  private JWTClaimsSet.Builder usual() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(GatewayClient.USUAL_ID)
        .subject("u1")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)));
  }

  private String sign(JOSEObjectType type, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID("k1").build(), claims);
      token.sign(new RSASSASigner(signingKey));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
