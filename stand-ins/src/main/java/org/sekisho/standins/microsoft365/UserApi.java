package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The users of the directory, as Microsoft Graph offers them. */
final class UserApi {
  private static final String USER = "/v1.0/users/{id}";

  private final Users users;
  private final Domains domains;

  UserApi(Users users, Domains domains) {
    this.users = users;
    this.domains = domains;
  }

  void addTo(Routes routes) {
    routes.post("/v1.0/users", this::create);
    routes.get(USER, this::fetch);
    routes.patch(USER, this::change);
    routes.delete(USER, this::remove);
  }

  private Response create(Request request) {
    DirectoryUser user = UserJson.read(UUID.randomUUID().toString(), Json.object(request));
    boolean federated = domains.governingUser(user.userPrincipalName()).isPresent();
    if (federated && user.onPremisesImmutableId().isEmpty()) {
      throw GraphProblem.badRequest(
          "onPremisesImmutableId is required for a user of a federated domain.");
    }
    if (!users.add(user)) {
      throw GraphProblem.of(
          400,
          "ObjectConflict",
          "Another object with the same userPrincipalName or onPremisesImmutableId exists.");
    }
    return Response.json(201, UserJson.write(user, true));
  }

  private Response fetch(Request request) {
    boolean selected = request.query().get("$select").orElse("").contains("onPremisesImmutableId");
    return Response.json(200, UserJson.write(user(request), selected));
  }

  private Response change(Request request) {
    DirectoryUser user = user(request);
    ObjectNode json = Json.object(request);
    if (json.has("passwordProfile")
        && domains.governingUser(user.userPrincipalName()).isPresent()) {
      throw GraphProblem.badRequest("The password of a federated user cannot be set here.");
    }
    if (!json.path("accountEnabled").isBoolean()) {
      throw GraphProblem.badRequest("This stand-in changes only accountEnabled.");
    }
    users.replace(user.enabled(json.get("accountEnabled").booleanValue()));
    return Response.empty(204);
  }

  private Response remove(Request request) {
    if (!users.remove(request.fromPath("id"))) {
      throw GraphProblem.notFound("The user");
    }
    return Response.empty(204);
  }

  private DirectoryUser user(Request request) {
    return users.find(request.fromPath("id")).orElseThrow(() -> GraphProblem.notFound("The user"));
  }
}
