package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sekisho.launcher.Http;

/** Reads what the phone stand-in has received, and makes the SMS provider fail. */
final class Phone {

  private Phone() {}

  static JsonNode messages(String number) {
    String query = "?to=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    JsonNode messages =
        Http.send("GET", Setup.PORTS.phoneUrl() + "/messages" + query, null, null)
            .orFail("Reading the phone")
            .body();
    messages.forEach(message -> TestTenant.SECRETS.add(message.path("code").asText()));
    return messages;
  }

  static int count(String number) {
    return messages(number).size();
  }

  /** The newest code sent to the number. */
  static String code(String number) {
    return messages(number).get(0).get("code").asText();
  }

  static String wrongCode(String number) {
    return code(number).equals("000000") ? "000001" : "000000";
  }

  static void fail(String number, String mode) {
    Http.send(
            "PUT",
            Setup.PORTS.phoneUrl() + "/faults",
            Map.of("mode", mode, "to", number, "seconds", 60),
            null)
        .orFail("Setting a fault");
  }
}
