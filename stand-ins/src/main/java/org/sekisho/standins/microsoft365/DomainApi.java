package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The federation settings of domains, as Microsoft Graph offers them. */
final class DomainApi {
  private static final String COLLECTION = "/v1.0/domains/{domain}/federationConfiguration";

  private final Domains domains;

  DomainApi(Domains domains) {
    this.domains = domains;
  }

  void addTo(Routes routes) {
    routes.post(COLLECTION, this::create);
    routes.get(COLLECTION, this::list);
    routes.get(
        COLLECTION + "/{id}", request -> Response.json(200, FederationJson.write(domain(request))));
    routes.patch(COLLECTION + "/{id}", this::change);
    routes.delete(COLLECTION + "/{id}", this::remove);
  }

  Response create(Request request) {
    String name = Domains.normal(request.fromPath("domain"));
    if (name.endsWith(".onmicrosoft.com")) {
      throw GraphProblem.badRequest("A default domain cannot be federated.");
    }
    synchronized (domains) {
      if (domains.find(name).isPresent()) {
        throw GraphProblem.of(409, "ObjectConflict", "The domain is federated already.");
      }
      FederatedDomain domain =
          FederationJson.read(UUID.randomUUID().toString(), name, Json.object(request));
      requireOwnIssuer(domain);
      domains.put(domain);
      return Response.json(201, FederationJson.write(domain));
    }
  }

  Response list(Request request) {
    ObjectNode page = Json.newObject();
    var value = page.putArray("value");
    domains.find(request.fromPath("domain")).map(FederationJson::write).ifPresent(value::add);
    return Response.json(200, page);
  }

  Response change(Request request) {
    synchronized (domains) {
      FederatedDomain old = domain(request);
      ObjectNode merged = FederationJson.write(old);
      merged.setAll(Json.object(request));
      FederatedDomain changed = FederationJson.read(old.id(), old.name(), merged);
      requireOwnIssuer(changed);
      domains.put(changed);
      return Response.json(200, FederationJson.write(changed));
    }
  }

  Response remove(Request request) {
    domains.remove(domain(request).name());
    return Response.empty(204);
  }

  private FederatedDomain domain(Request request) {
    Optional<FederatedDomain> found = domains.find(request.fromPath("domain"));
    return found
        .filter(domain -> domain.id().equals(request.fromPath("id")))
        .orElseThrow(() -> GraphProblem.notFound("The federation configuration"));
  }

  private void requireOwnIssuer(FederatedDomain domain) {
    if (domains.issuerIsTaken(domain.issuerUri(), domain.name())) {
      throw GraphProblem.of(
          409,
          "Request_MultipleObjectsWithSameKeyValue",
          "Another object with the same value for property issuerUri already exists.");
    }
  }
}
