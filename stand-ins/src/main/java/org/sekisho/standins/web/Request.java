package org.sekisho.standins.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a client asked, with the body read. */
public final class Request {

  private static final long LONGEST_DISCARDED = 16L << 20;
  private static final int BUFFER = 8 * 1024;

  private final String method;
  private final Headers headers;
  private final String rawQuery;
  private final Parameters query;
  private final Map<String, String> pathValues;
  private final byte[] body;

  private Request(HttpExchange exchange, Map<String, String> pathValues, byte[] body) {
    this.method = exchange.getRequestMethod();
    this.headers = exchange.getRequestHeaders();
    String raw = exchange.getRequestURI().getRawQuery();
    this.rawQuery = raw == null ? "" : raw;
    this.query = Parameters.parse(rawQuery);
    this.pathValues = pathValues;
    this.body = body;
  }

  static Request read(HttpExchange exchange, Map<String, String> pathValues, int bodyLimit)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(bodyLimit + 1);
    if (body.length > bodyLimit) {
      discard(exchange.getRequestBody());
      throw new RefusedRequest(413, "The body is longer than " + bodyLimit + " bytes.");
    }
    return new Request(exchange, pathValues, body);
  }

  /**
   * Reads the rest: a client that is still sending when the connection closes never sees the
   * answer. {@code skip} would leave out only what has come in already.
   */
  private static void discard(InputStream body) throws IOException {
    byte[] some = new byte[BUFFER];
    long left = LONGEST_DISCARDED;
    int read = 0;
    while (read >= 0 && left > 0) {
      read = body.read(some);
      left -= read;
    }
  }

  public boolean isPost() {
    return method.equals("POST");
  }

  public Parameters query() {
    return query;
  }

  /** The query as it was sent: what a signature over it covers. */
  public String rawQuery() {
    return rawQuery;
  }

  /** The fields of a form-encoded body; empty for any other kind of body. */
  public Parameters form() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return Parameters.parse(type.startsWith("application/x-www-form-urlencoded") ? bodyText() : "");
  }

  /** The form of a POST, the query of anything else. */
  public Parameters parameters() {
    return isPost() ? form() : query();
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The value of a name in braces of the route's path. */
  public String fromPath(String name) {
    return pathValues.get(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  public Optional<String> cookie(String name) {
    for (String line : headers.getOrDefault("Cookie", List.of())) {
      for (String pair : line.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }
}
