package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The latest verdicts, for tests. */
final class Results {
  private static final int CAPACITY = 200;

  private final Deque<ObjectNode> recent = new ArrayDeque<>();

  synchronized void add(Verdict verdict) {
    recent.addFirst(VerdictJson.write(verdict));
    if (recent.size() > CAPACITY) {
      recent.removeLast();
    }
  }

  void addTo(Routes routes) {
    routes.get("/results", request -> Response.json(200, all()));
    routes.get("/last-result", this::last);
  }

  private synchronized List<ObjectNode> all() {
    return new ArrayList<>(recent);
  }

  private Response last(Request request) {
    String user = request.query().get("user").orElse("");
    String requestId = request.query().get("requestId").orElse("");
    return all().stream()
        .filter(result -> user.isEmpty() || isAbout(result, user))
        .filter(
            result -> requestId.isEmpty() || requestId.equals(result.path("requestId").asText()))
        .findFirst()
        .map(result -> Response.json(200, result))
        .orElseThrow(() -> new RefusedRequest(404, "There is no such result."));
  }

  private static boolean isAbout(ObjectNode result, String user) {
    return user.equalsIgnoreCase(result.path("user").asText())
        || user.equalsIgnoreCase(result.path("idpEmail").asText());
  }
}
