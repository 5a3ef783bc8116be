package org.sekisho.launcher;

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

/** JSON over HTTP, as the launcher and the tests speak it. */
public final class Http {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  private Http() {}

  /** An answer: status and body; the body is null where there is none or it is no JSON. */
  public record Answer(int status, JsonNode body) {
    public Answer orFail(String what) {
      if (status / 100 != 2) {
        throw new LaunchException(what + " failed: HTTP " + status + " " + body);
      }
      return this;
    }
  }

  /** Sends a JSON body; both body and token may be null. */
  public static Answer send(String method, String url, Object body, String bearerToken) {
    HttpRequest.Builder request = request(url);
    if (bearerToken != null) {
      request.header("Authorization", "Bearer " + bearerToken);
    }
    request.header("Content-Type", "application/json");
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body)));
    return exchange(request.build());
  }

  public static Answer postForm(String url, Map<String, String> form) {
    String encoded =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded))
            .build());
  }

  public static String getText(String url) {
    return text(request(url).build()).body();
  }

  /** With an access token. */
  public static String getText(String url, String bearerToken) {
    return text(request(url).header("Authorization", "Bearer " + bearerToken).build()).body();
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
  }

  private static Answer exchange(HttpRequest request) {
    HttpResponse<String> response = text(request);
    try {
      boolean empty = response.body() == null || response.body().isBlank();
      return new Answer(response.statusCode(), empty ? null : JSON.readTree(response.body()));
    } catch (IOException noJson) {
      return new Answer(response.statusCode(), null);
    }
  }

  private static HttpResponse<String> text(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new LaunchException(request.uri() + " does not answer", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted", interrupted);
    }
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException unwritable) {
      throw new LaunchException("not JSON", unwritable);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
