package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** Lets tests change the settings. What is left out goes back to the usual value. */
final class SettingsApi {
  private static final int LONGEST_SKEW_SECONDS = 600;

  private volatile Settings settings = Settings.USUAL;

  Settings settings() {
    return settings;
  }

  void addTo(Routes routes) {
    routes.get("/settings", request -> Response.json(200, describe()));
    routes.put("/settings", this::set);
  }

  private Response set(Request request) {
    ObjectNode json = Json.object(request);
    settings =
        new Settings(
            isStrict(json),
            seconds(json, "clockSkewSeconds", LONGEST_SKEW_SECONDS)
                .orElse(Settings.USUAL.clockSkew()),
            seconds(json, "signInFrequencySeconds", Integer.MAX_VALUE),
            json.path("allowUnsolicited").asBoolean(false));
    return Response.json(200, describe());
  }

  private static boolean isStrict(ObjectNode json) {
    return switch (Json.text(json, "ruleSet").orElse("strict")) {
      case "strict" -> true;
      case "documented" -> false;
      default -> throw new RefusedRequest(400, "ruleSet must be strict or documented.");
    };
  }

  private static Optional<Duration> seconds(ObjectNode json, String name, int most) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isInt() || value.intValue() < 0 || value.intValue() > most) {
      throw new RefusedRequest(400, name + " must be a number of seconds from 0 to " + most + ".");
    }
    return Optional.of(Duration.ofSeconds(value.intValue()));
  }

  private ObjectNode describe() {
    Settings now = settings;
    ObjectNode json = Json.newObject();
    json.put("ruleSet", now.strict() ? "strict" : "documented");
    json.put("clockSkewSeconds", now.clockSkew().toSeconds());
    json.put("signInFrequencySeconds", now.signInFrequency().map(Duration::toSeconds).orElse(null));
    json.put("allowUnsolicited", now.allowUnsolicited());
    return json;
  }
}
