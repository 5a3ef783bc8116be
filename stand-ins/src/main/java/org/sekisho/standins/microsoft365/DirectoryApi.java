package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** How test drivers set up directories: what people do at Microsoft by hand. */
final class DirectoryApi {

  private final Directories directories;

  DirectoryApi(Directories directories) {
    this.directories = directories;
  }

  void addTo(Routes routes) {
    routes.put("/directories/{directory}/domains/{domain}", this::putDomain);
    routes.put("/directories/{directory}/applications/{client}", this::admit);
    routes.put("/global-administrators/{user}", this::makeAdministrator);
  }

  private Response putDomain(Request request) {
    directories.put(
        new Directories.Entry(
            Domains.normal(request.fromPath("domain")),
            request.fromPath("directory"),
            Json.object(request).path("isVerified").asBoolean(true)));
    return Response.empty(204);
  }

  private Response admit(Request request) {
    ObjectNode json = Json.object(request);
    directories.admit(
        request.fromPath("directory"),
        request.fromPath("client"),
        Json.text(json, "secret").orElseThrow(() -> new RefusedRequest(400, "A secret is needed.")),
        json.path("permitted").asBoolean(true));
    return Response.empty(204);
  }

  private Response makeAdministrator(Request request) {
    directories.makeGlobalAdministrator(request.fromPath("user"));
    return Response.empty(204);
  }
}
