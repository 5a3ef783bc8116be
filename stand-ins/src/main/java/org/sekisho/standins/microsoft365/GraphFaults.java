package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/**
 * The ways in which Graph misbehaves (G-08): answers of 429, 503, 504 with and without {@code
 * Retry-After}, before a change is made or after it, and answers that keep waiting.
 */
final class GraphFaults {

  /**
   * What is to go wrong.
   *
   * @param afterwards whether the change is made first, and only the answer is wrong
   * @param held whether nothing is wrong, but the answer comes when a test lets it go
   */
  private record Fault(
      String method,
      String domain,
      int status,
      Optional<String> retryAfter,
      boolean afterwards,
      boolean held) {}

  /** Of a test that has failed; longer than any client waits. */
  private static final long LONGEST_HELD_SECONDS = 120;

  private final List<Fault> waiting = new ArrayList<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private CountDownLatch letGo = new CountDownLatch(1);

  void addTo(Routes routes) {
    routes.post("/graph-faults", this::add);
    routes.delete("/graph-faults", this::clear);
    routes.delete("/graph-faults/held", this::letGo);
    routes.get("/graph-faults", request -> Response.json(200, Map.of("served", counts)));
  }

  private synchronized Response add(Request request) {
    ObjectNode json = Json.object(request);
    Fault fault =
        new Fault(
            Json.text(json, "method").orElse("GET").toUpperCase(Locale.ROOT),
            Json.text(json, "domain").orElse(""),
            json.path("status").asInt(503),
            Json.text(json, "retryAfter"),
            json.path("afterwards").asBoolean(),
            json.path("held").asBoolean());
    for (int i = 0; i < Math.max(1, json.path("times").asInt(1)); i++) {
      waiting.add(fault);
    }
    return Response.empty(204);
  }

  private synchronized Response clear(Request request) {
    waiting.clear();
    counts.clear();
    return letGo(request);
  }

  private synchronized Response letGo(Request request) {
    letGo.countDown();
    letGo = new CountDownLatch(1);
    return Response.empty(204);
  }

  private synchronized CountDownLatch held() {
    return letGo;
  }

  private static void await(CountDownLatch latch) {
    try {
      var unused = latch.await(LONGEST_HELD_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Fault> next(String method, String domain) {
    Optional<Fault> fault =
        waiting.stream()
            .filter(one -> one.method().equals(method))
            .filter(one -> one.domain().equals(domain))
            .findFirst();
    fault.ifPresent(waiting::remove);
    return fault;
  }

  /** Answers as the next fault of this method and domain says, or properly. */
  Response answer(String method, String domain, Supplier<Response> properly) {
    CountDownLatch latch = held();
    Optional<Fault> fault = next(method, domain);
    counts.merge(method + " " + domain, 1, Integer::sum);
    if (fault.isEmpty()) {
      return properly.get();
    }
    if (fault.get().held()) {
      await(latch);
      return properly.get();
    }
    if (fault.get().afterwards()) {
      var unused = properly.get();
    }
    Response wrong =
        GraphProblem.of(fault.get().status(), "ServiceNotAvailable", "A fault was asked for.")
            .answer();
    return fault
        .get()
        .retryAfter()
        .map(seconds -> wrong.with("Retry-After", seconds))
        .orElse(wrong);
  }
}
