package org.sekisho.standins.phone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sekisho.standins.web.Json;

/** Twilio's JSON form of a message. */
final class MessageResource {
  static final String API_VERSION = "2010-04-01";

  /** RFC 2822 as Twilio writes it: two-digit day and a numeric zone. */
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MessageResource() {}

  static ObjectNode of(ShortMessage message, Instant now) {
    MessageRequest request = message.request();
    String status = message.statusAt(now);
    ObjectNode json = Json.newObject();
    json.put("account_sid", message.accountSid());
    json.put("api_version", API_VERSION);
    json.put("body", request.body());
    json.put("direction", "outbound-api");
    json.put("from", request.from().orElse(null));
    json.put("messaging_service_sid", request.messagingServiceSid().orElse(null));
    json.put("num_media", "0");
    json.put("num_segments", segments(request));
    json.put("sid", message.sid());
    json.put("status", status);
    json.put("to", request.to());
    putDates(json, message, status);
    putNothingYet(json);
    putAddresses(json, message);
    return json;
  }

  /** A messaging service has not yet chosen a sender when it answers, and so counts none. */
  private static String segments(MessageRequest request) {
    return request.messagingServiceSid().isPresent()
        ? "0"
        : Integer.toString(Segments.of(request.body()));
  }

  private static void putDates(ObjectNode json, ShortMessage message, String status) {
    boolean sent = !status.equals("queued");
    json.put("date_created", RFC_2822.format(message.receivedAt()));
    json.put("date_updated", RFC_2822.format(sent ? message.sentAt() : message.receivedAt()));
    json.put("date_sent", sent ? RFC_2822.format(message.sentAt()) : null);
  }

  private static void putNothingYet(ObjectNode json) {
    json.putNull("error_code");
    json.putNull("error_message");
    json.putNull("price");
    json.putNull("price_unit");
  }

  private static void putAddresses(ObjectNode json, ShortMessage message) {
    String base =
        "/" + API_VERSION + "/Accounts/" + message.accountSid() + "/Messages/" + message.sid();
    json.put("uri", base + ".json");
    json.putObject("subresource_uris").put("media", base + "/Media.json");
  }
}
