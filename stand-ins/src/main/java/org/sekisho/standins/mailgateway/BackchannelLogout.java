package org.sekisho.standins.mailgateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.standins.web.BoundedMap;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/**
 * Sign-out as identity providers announce it (OpenID Connect Back-Channel Logout 1.0, section 2.6).
 */
final class BackchannelLogout {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Set<String> TYPES = Set.of("logout+jwt", "JWT", "jwt");
  private static final int MANY = 10_000;

  private final GatewayClient client;
  private final Providers providers;
  private final GatewayBrowsers browsers;
  private final Tenants tenants;
  private final BoundedMap<String, Instant> seen = new BoundedMap<>(MANY);

  BackchannelLogout(
      GatewayClient client, Tenants tenants, Providers providers, GatewayBrowsers browsers) {
    this.client = client;
    this.tenants = tenants;
    this.providers = providers;
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes.post("/backchannel-logout", this::take);
  }

  private Response take(Request request) {
    try {
      SignedJWT token = TokenSignature.parse(request.form().get("logout_token").orElse(""));
      JWTClaimsSet claims = verify(token);
      Optional<String> sid = Optional.ofNullable(claims.getClaim("sid")).map(Object::toString);
      Optional<String> subject = Optional.ofNullable(claims.getSubject());
      browsers.endAll(session -> session.isMeantBy(claims.getIssuer(), sid, subject));
      return Response.empty(200);
    } catch (GatewayProblem e) {
      ObjectNode error = Json.newObject();
      error.put("error", "invalid_request");
      error.put("error_description", e.getMessage());
      return Response.json(400, error);
    }
  }

  private JWTClaimsSet verify(SignedJWT token) throws GatewayProblem {
    String issuer = TokenSignature.claims(token).getIssuer();
    GatewayProblem.unless(
        issuer != null && providers.isKnown(issuer), "Nobody has signed in at this issuer.");
    JWTClaimsSet claims = TokenSignature.verified(token, providers.lookUp(issuer).keys());
    requireType(token);
    IdTokens.requireParties(claims, issuer, clientId(issuer));
    IdTokens.requireTimes(claims, Instant.now());
    requireLogoutClaims(claims);
    GatewayProblem.unless(
        seen.putIfAbsent(issuer + " " + claims.getJWTID(), Instant.now()),
        "The logout token has been used before.");
    return claims;
  }

  private String clientId(String issuer) {
    return tenants.clientIdAt(issuer).orElseGet(() -> client.id());
  }

  private static void requireType(SignedJWT token) throws GatewayProblem {
    GatewayProblem.unless(
        token.getHeader().getType() == null
            || TYPES.contains(token.getHeader().getType().getType()),
        "The token is of another type.");
  }

  private static void requireLogoutClaims(JWTClaimsSet claims) throws GatewayProblem {
    GatewayProblem.unless(claims.getJWTID() != null, "The logout token has no jti.");
    GatewayProblem.unless(
        claims.getClaim("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map,
        "The token announces no sign-out.");
    GatewayProblem.unless(claims.getClaim("nonce") == null, "A logout token must have no nonce.");
    GatewayProblem.unless(
        claims.getClaim("sid") != null || claims.getSubject() != null,
        "The logout token names neither a session nor a user.");
  }
}
