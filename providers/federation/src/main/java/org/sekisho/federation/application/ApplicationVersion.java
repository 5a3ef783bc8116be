package org.sekisho.federation.application;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sekisho.core.Problem;

/** The version of an application as an entity tag (RFC 9110 §8.8.3). */
record ApplicationVersion(String value) {

  static ApplicationVersion of(ApplicationState state) {
    byte[] text = state.toString().getBytes(StandardCharsets.UTF_8);
    return new ApplicationVersion(UUID.nameUUIDFromBytes(text).toString());
  }

  Response answer(int status, Object entity) {
    return Response.status(status).entity(entity).tag(new EntityTag(value)).build();
  }

  /** Ends the call where the caller has not read this version before. */
  void requireIn(HttpHeaders headers) {
    String wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (wanted == null) {
      throw Problem.of(
              "if-match-missing",
              428,
              "Application not changed",
              "Read the application and send its ETag as If-Match.")
          .toException();
    }
    if (!wanted.trim().equals('"' + value + '"')) {
      throw Problem.of(
              "application-changed",
              412,
              "Application not changed",
              "Somebody has changed the application since you read it.")
          .toException();
    }
  }
}
