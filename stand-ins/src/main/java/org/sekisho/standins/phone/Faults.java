package org.sekisho.standins.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/**
 * The faults that tests ask for: for all numbers, or for one, so that parallel tests leave each
 * other alone.
 */
final class Faults {
  private static final String EVERY_NUMBER = "*";

  private final Map<String, Fault> faults = new ConcurrentHashMap<>();

  void addTo(Routes routes) {
    routes.get("/faults", request -> Response.json(200, describe()));
    routes.put("/faults", this::set);
    routes.delete("/faults", this::forgetAll);
  }

  Fault forNumber(String number) {
    return faults.getOrDefault(number, faults.getOrDefault(EVERY_NUMBER, Fault.NONE));
  }

  private Response set(Request request) {
    ObjectNode json = Json.object(request);
    Fault.Mode mode =
        Json.text(json, "mode")
            .flatMap(Fault.Mode::of)
            .orElseThrow(() -> new RefusedRequest(400, "Unknown mode."));
    String number = Json.text(json, "to").orElse(EVERY_NUMBER);
    if (mode == Fault.Mode.NONE) {
      faults.remove(number);
    } else {
      faults.put(number, new Fault(mode, seconds(json, mode)));
    }
    return Response.json(200, describe());
  }

  private static int seconds(ObjectNode json, Fault.Mode mode) {
    int usual = mode == Fault.Mode.HANG ? Fault.LONGEST_SECONDS : 5;
    int seconds =
        Optional.ofNullable(json.get("seconds")).map(node -> node.asInt(usual)).orElse(usual);
    if (seconds < 1 || seconds > Fault.LONGEST_SECONDS) {
      throw new RefusedRequest(400, "seconds must be 1 to " + Fault.LONGEST_SECONDS + ".");
    }
    return seconds;
  }

  private Response forgetAll(Request request) {
    faults.clear();
    return Response.empty(204);
  }

  private ObjectNode describe() {
    ObjectNode json = Json.newObject();
    Fault general = faults.getOrDefault(EVERY_NUMBER, Fault.NONE);
    json.put("mode", general.mode().label());
    json.put("seconds", general.seconds());
    ObjectNode numbers = json.putObject("numbers");
    faults.forEach(
        (number, fault) -> {
          if (!number.equals(EVERY_NUMBER)) {
            numbers
                .putObject(number)
                .put("mode", fault.mode().label())
                .put("seconds", fault.seconds());
          }
        });
    return json;
  }
}
