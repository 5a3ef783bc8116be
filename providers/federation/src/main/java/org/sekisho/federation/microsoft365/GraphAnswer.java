package org.sekisho.federation.microsoft365;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An answer of Graph or of its token endpoint.
 *
 * @param status 0 where none came
 * @param body missing where it is empty or no JSON
 * @param retryAfter the header as it came; null where there is none
 */
record GraphAnswer(int status, JsonNode body, String retryAfter) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> TURNED_AWAY = Set.of(429, 503, 504);
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{1,80}");
  private static final int LONGEST_WAIT_SECONDS = 3_600;

  static GraphAnswer none() {
    return new GraphAnswer(0, MissingNode.getInstance(), null);
  }

  static JsonNode parse(String text) {
    try {
      JsonNode body = text == null || text.isBlank() ? null : JSON.readTree(text);
      return body == null ? MissingNode.getInstance() : body;
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Turned away before anything was done, or perhaps done: a change is read back either way. */
  boolean isTurnedAway() {
    return TURNED_AWAY.contains(status);
  }

  /** Microsoft's code of the error, if it looks like one: the message is never repeated. */
  String code() {
    JsonNode error = body.path("error");
    String code = error.isTextual() ? error.asText() : error.path("code").asText();
    return CODE.matcher(code).matches() ? code : "";
  }

  /** What the server asks to wait, in seconds or until a date (RFC 9110 §10.2.3). */
  Optional<Duration> askedPause(ZonedDateTime now) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    if (retryAfter.matches("[0-9]{1,6}")) {
      return Optional.of(bounded(Long.parseLong(retryAfter)));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(
          bounded(Duration.between(now.withZoneSameInstant(ZoneOffset.UTC), until).toSeconds()));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration bounded(long seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_WAIT_SECONDS)));
  }

  DirectoryException toException(String what, int seconds) {
    return new DirectoryException(
        kind(),
        code(),
        seconds,
        what + ": HTTP " + status + (code().isEmpty() ? "" : " " + code()));
  }

  private DirectoryException.Kind kind() {
    return switch (status) {
      case 401 -> DirectoryException.Kind.NOT_AUTHENTICATED;
      case 403 -> DirectoryException.Kind.NOT_PERMITTED;
      case 404 -> DirectoryException.Kind.NOT_FOUND;
      case 409 -> DirectoryException.Kind.CONFLICT;
      case 429 -> DirectoryException.Kind.THROTTLED;
      default ->
          status / 100 == 4 ? DirectoryException.Kind.REFUSED : DirectoryException.Kind.UNAVAILABLE;
    };
  }
}
