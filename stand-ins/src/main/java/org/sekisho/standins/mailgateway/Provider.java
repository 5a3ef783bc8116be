package org.sekisho.standins.mailgateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.Optional;
import org.sekisho.standins.web.Json;

/** An identity provider as its discovery document describes it. */
record Provider(
    String issuer,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    Optional<URI> endSessionEndpoint,
    JWKSet keys) {

  static Provider of(String issuer, ObjectNode metadata, JWKSet keys) throws GatewayProblem {
    GatewayProblem.unless(
        Json.text(metadata, "issuer").filter(issuer::equals).isPresent(),
        "The discovery document names another issuer.");
    return new Provider(
        issuer,
        required(metadata, "authorization_endpoint"),
        required(metadata, "token_endpoint"),
        address(metadata, "end_session_endpoint"),
        keys);
  }

  static URI required(ObjectNode metadata, String name) throws GatewayProblem {
    return address(metadata, name)
        .orElseThrow(() -> new GatewayProblem("The discovery document lacks " + name + "."));
  }

  private static Optional<URI> address(ObjectNode metadata, String name) throws GatewayProblem {
    try {
      return Json.text(metadata, name).map(URI::create);
    } catch (IllegalArgumentException e) {
      throw new GatewayProblem("The discovery document has no valid " + name + ".");
    }
  }
}
