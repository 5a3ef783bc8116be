package org.sekisho.standins.mailgateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import org.sekisho.standins.web.Json;

/** A user who is signed in. */
record GatewaySession(
    String id, String issuer, String clientId, String idToken, JWTClaimsSet claims) {

  static ObjectNode describe(Optional<GatewaySession> found) {
    ObjectNode json = Json.newObject();
    json.put("signedIn", found.isPresent());
    found.ifPresent(
        session -> {
          ObjectNode claims = Json.parseObject(session.claims.toString()).orElseThrow();
          json.set("claims", claims);
          json.set("amr", claims.get("amr"));
          json.set("acr", claims.get("acr"));
        });
    return json;
  }

  String claim(String name) {
    Object value = claims.getClaim(name);
    return value == null ? "" : value.toString();
  }

  /** Whether a sign-out at the identity provider means this session. */
  boolean isMeantBy(String otherIssuer, Optional<String> sid, Optional<String> subject) {
    return issuer.equals(otherIssuer)
        && sid.map(claim("sid")::equals).orElse(true)
        && subject.map(claims.getSubject()::equals).orElse(true);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "GatewaySession";
  }
}
