package org.sekisho.settings;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sekisho.core.Problem;

/**
 * The version of a setting as an entity tag (RFC 9110 §8.8.3), so that two administrators cannot
 * overwrite each other.
 */
record Version(String value) {

  /** The version of a setting that has no identifier of its own. */
  static Version ofContent(Object content) {
    byte[] text = content.toString().getBytes(StandardCharsets.UTF_8);
    return new Version(UUID.nameUUIDFromBytes(text).toString());
  }

  Response answer(Object entity) {
    return Response.ok(entity).tag(new EntityTag(value)).build();
  }

  /** Ends the call where the caller has not read this version before. */
  void requireIn(HttpHeaders headers) {
    String wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (wanted == null) {
      throw Problem.of(
              "if-match-missing",
              428,
              "Settings not changed",
              "Read the settings and send their ETag as If-Match.")
          .toException();
    }
    if (!wanted.trim().equals('"' + value + '"')) {
      throw Problem.of(
              "settings-changed",
              412,
              "Settings not changed",
              "Somebody has changed the settings since you read them.")
          .toException();
    }
  }
}
