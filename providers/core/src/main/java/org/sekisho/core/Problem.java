package org.sekisho.core;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of our REST APIs as RFC 9457 defines it. The {@code type} is stable and documented in
 * {@code docs/problems.md}; the {@code detail} is for people and may change.
 */
public record Problem(String type, int status, String title, String detail, Map<String, ?> more) {

  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE_PREFIX = "urn:sekisho:problem:";

  public static Problem of(String type, int status, String title, String detail) {
    return new Problem(type, status, title, detail, Map.of());
  }

  /** Adds an extension member (RFC 9457 §3.2). */
  public Problem with(String member, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(more);
    extended.put(member, value);
    return new Problem(type, status, title, detail, extended);
  }

  public Response toResponse() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPE_PREFIX + type);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.putAll(more);
    return Response.status(status).type(MEDIA_TYPE).entity(body).build();
  }

  public WebApplicationException toException() {
    return new WebApplicationException(toResponse());
  }
}
