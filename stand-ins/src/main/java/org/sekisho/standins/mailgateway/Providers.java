package org.sekisho.standins.mailgateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.standins.web.Json;

/** Looks identity providers up, each time anew: in tests, keys and settings change under way. */
final class Providers {
  private final ProviderHttp http;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Providers(ProviderHttp http) {
    this.http = http;
  }

  Provider lookUp(String issuer) throws GatewayProblem {
    ObjectNode metadata = json(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    try {
      String keys = body(Provider.required(metadata, "jwks_uri"));
      Provider provider = Provider.of(issuer, metadata, JWKSet.parse(keys));
      known.add(issuer);
      return provider;
    } catch (ParseException e) {
      throw new GatewayProblem("The identity provider's keys cannot be read.");
    }
  }

  /** Whether users have signed in there. Messages from elsewhere are not worth a look-up. */
  boolean isKnown(String issuer) {
    return known.contains(issuer);
  }

  private ObjectNode json(String address) throws GatewayProblem {
    try {
      return Json.parseObject(body(URI.create(address)))
          .orElseThrow(() -> new GatewayProblem("The discovery document is no JSON."));
    } catch (IllegalArgumentException e) {
      throw new GatewayProblem("The issuer is no address.");
    }
  }

  private String body(URI address) throws GatewayProblem {
    var answer = http.send(HttpRequest.newBuilder(address).GET());
    GatewayProblem.unless(
        answer.statusCode() == 200, "The identity provider answered " + answer.statusCode() + ".");
    return answer.body();
  }
}
