package org.sekisho.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The browser of one sign-in: cookies and forms, no scripts, styles or pictures. Cookies go back
 * whatever their path and Secure flag: each browser meets one realm on the loopback interface only.
 */
final class Browser {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int FOUND = 302;

  private final HttpClient client;
  private final String serverUrl;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private HttpResponse<String> response;
  private int requests;

  Browser(HttpClient client, String serverUrl) {
    this.client = client;
    this.serverUrl = serverUrl;
  }

  Browser open(String url) {
    return exchange(request(URI.create(url)).GET().build());
  }

  /** Fills and sends the form that has these fields. */
  Browser submit(Map<String, String> typed) {
    Form form = Form.in(response.body(), typed.keySet());
    Map<String, String> fields = new LinkedHashMap<>(form.hidden());
    fields.putAll(typed);
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange(
        request(URI.create(form.action()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Makes sure that the sign-in has ended at the application with an authorization code. */
  void requireCodeAt(String redirectUri) {
    String location = location();
    if (response.statusCode() != FOUND
        || !location.startsWith(redirectUri + "?")
        || !location.contains("&code=")) {
      throw new BenchmarkException(
          "No authorization code, but HTTP "
              + response.statusCode()
              + " "
              + location
              + "\n"
              + response.body());
    }
  }

  /** HTTP requests to the server so far. */
  int requests() {
    return requests;
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Accept", "text/html")
            .header("Accept-Language", "ja");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Browser exchange(HttpRequest first) {
    HttpRequest next = first;
    do {
      response = send(next);
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      next = request(URI.create(staysAtServer() ? location() : serverUrl)).GET().build();
    } while (staysAtServer());
    return this;
  }

  private boolean staysAtServer() {
    return location().startsWith(serverUrl + "/");
  }

  /** Where the last answer leads to; empty where it leads nowhere. */
  String location() {
    return response.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> send(HttpRequest request) {
    requests++;
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new BenchmarkException(request.uri() + " does not answer", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", interrupted);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(name.length() + 1);
    if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
