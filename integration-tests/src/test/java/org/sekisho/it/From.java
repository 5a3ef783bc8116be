package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests as the trusted proxy passes them on for somebody at an address. */
record From(String address) {

  static final From OFFICE = new From("203.0.113.9");
  static final From OFFICE_V6 = new From("2001:db8:1::9");
  static final From OUTSIDE = new From("198.51.100.7");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  /** An answer; the body is null where it is no JSON. */
  record Reply(int status, String etag, JsonNode body) {

    Reply expect(int expected) {
      if (status != expected) {
        throw new AssertionError("HTTP " + status + " instead of " + expected + ": " + body);
      }
      return this;
    }

    /** The end of the problem's type. */
    String problem() {
      return body.path("type").asText().replaceFirst(".*:", "");
    }
  }

  HttpBrowser browser() {
    HttpBrowser browser = new HttpBrowser();
    return address == null ? browser : browser.withHeader("X-Forwarded-For", address);
  }

  /** Calls with JSON; token, version and body may be null. */
  Reply send(String method, String url, String token, String ifMatch, Object body) {
    HttpRequest.Builder request = request(url).header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return exchange(
        request
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body)))
            .build());
  }

  /** Sends a file; token and version may be null. */
  Reply sendFile(
      String method, String url, String token, String ifMatch, String type, byte[] file) {
    HttpRequest.Builder request = request(url).header("Content-Type", type);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return exchange(request.method(method, BodyPublishers.ofByteArray(file)).build());
  }

  Reply form(String url, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    return address == null ? request : request.header("X-Forwarded-For", address);
  }

  private static Reply exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("ETag").orElse(null),
          read(response.body()));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static JsonNode read(String body) {
    try {
      return body.isBlank() ? null : JSON.readTree(body);
    } catch (IOException noJson) {
      return null;
    }
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
