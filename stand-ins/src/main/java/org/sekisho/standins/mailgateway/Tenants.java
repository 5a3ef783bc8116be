package org.sekisho.standins.mailgateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The configured customers. */
final class Tenants {
  private final GatewayClient usual;
  private volatile List<Tenant> tenants = List.of();

  Tenants(GatewayClient usual) {
    this.usual = usual;
  }

  void addTo(Routes routes) {
    routes.get("/tenants", request -> Response.json(200, shown()));
    routes.put("/tenants", this::addOrReplace);
  }

  /** The customer whose user this is, by the part after the at sign. */
  Optional<Tenant> ofUser(String user) {
    String domain = user.substring(user.lastIndexOf('@') + 1);
    return tenants.stream().filter(tenant -> tenant.domain().equalsIgnoreCase(domain)).findFirst();
  }

  /** What the gateway is called at an issuer, if a customer uses it. */
  Optional<String> clientIdAt(String issuer) {
    return tenants.stream()
        .filter(tenant -> tenant.issuer().equals(issuer))
        .map(Tenant::clientId)
        .findFirst();
  }

  /** The secret for an issuer, or the usual one. */
  String secretAt(String issuer) {
    return tenants.stream()
        .filter(tenant -> tenant.issuer().equals(issuer))
        .map(Tenant::clientSecret)
        .findFirst()
        .orElse(usual.secret());
  }

  /** Tenants of other domains stay as they are. */
  private synchronized Response addOrReplace(Request request) {
    JsonNode list =
        Json.parse(request.bodyText())
            .filter(JsonNode::isArray)
            .orElseThrow(() -> new RefusedRequest(400, "The body must be a JSON array."));
    List<Tenant> read = new ArrayList<>();
    list.forEach(json -> read.add(tenant(json)));
    Set<String> domains = read.stream().map(Tenant::domain).collect(Collectors.toSet());
    tenants.stream().filter(kept -> !domains.contains(kept.domain())).forEach(read::add);
    tenants = List.copyOf(read);
    return Response.json(200, shown());
  }

  private List<Map<String, String>> shown() {
    return tenants.stream().map(Tenant::shown).toList();
  }

  private Tenant tenant(JsonNode json) {
    return new Tenant(
        required(json, "domain"),
        required(json, "issuer"),
        Json.text(json, "clientId").orElse(usual.id()),
        Json.text(json, "clientSecret").orElse(usual.secret()));
  }

  private static String required(JsonNode json, String name) {
    return Json.text(json, name)
        .orElseThrow(() -> new RefusedRequest(400, "Each tenant needs a " + name + "."));
  }
}
