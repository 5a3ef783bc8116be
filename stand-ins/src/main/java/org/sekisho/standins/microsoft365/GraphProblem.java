package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Response;

/** Errors in the envelope that Microsoft Graph uses. */
final class GraphProblem {
  private GraphProblem() {}

  static RefusedRequest badRequest(String message) {
    return of(400, "Request_BadRequest", message);
  }

  static RefusedRequest notFound(String what) {
    return of(404, "Request_ResourceNotFound", what + " does not exist.");
  }

  static RefusedRequest of(int status, String code, String message) {
    String requestId = UUID.randomUUID().toString();
    ObjectNode envelope = Json.newObject();
    ObjectNode error = envelope.putObject("error");
    error.put("code", code);
    error.put("message", message);
    error
        .putObject("innerError")
        .put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("request-id", requestId)
        .put("client-request-id", requestId);
    return new RefusedRequest(Response.json(status, envelope));
  }
}
