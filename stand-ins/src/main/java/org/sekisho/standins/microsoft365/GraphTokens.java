package org.sekisho.standins.microsoft365;

import java.util.Map;
import java.util.Optional;
import org.sekisho.standins.web.BoundedMap;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RandomId;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The token endpoint for applications (client credentials), and who a token is of (G-11). */
final class GraphTokens {

  private static final int MANY = 10_000;

  private final Directories directories;
  private final String scope;
  private final BoundedMap<String, String> directoryByToken = new BoundedMap<>(MANY);

  GraphTokens(Directories directories, String address) {
    this.directories = directories;
    this.scope = address + "/.default";
  }

  void addTo(Routes routes) {
    routes.post("/{directory}/oauth2/v2.0/token", this::issue);
  }

  private Response issue(Request request) {
    String directory = request.fromPath("directory");
    if (!request.form().get("grant_type").equals(Optional.of("client_credentials"))) {
      return refused(400, "unsupported_grant_type");
    }
    if (!request.form().get("scope").equals(Optional.of(scope))) {
      return refused(400, "invalid_scope");
    }
    boolean admitted =
        directories.admits(
            directory,
            request.form().get("client_id").orElse(""),
            request.form().get("client_secret").orElse(""));
    if (!admitted) {
      return refused(401, "invalid_client");
    }
    String token = RandomId.hex();
    directoryByToken.put(token, directory);
    return Response.json(
        200, Map.of("token_type", "Bearer", "expires_in", 3599, "access_token", token));
  }

  private static Response refused(int status, String error) {
    return Response.json(
        status, Json.newObject().put("error", error).put("error_description", "AADSTS"));
  }

  /** The directory that the request's token is of. */
  String directoryOf(Request request) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith("Bearer "))
        .flatMap(header -> directoryByToken.get(header.substring("Bearer ".length())))
        .orElseThrow(
            () -> GraphProblem.of(401, "InvalidAuthenticationToken", "Access token is empty."));
  }
}
