package org.sekisho.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sekisho.launcher.DevicePki;

/**
 * A browser without a screen: cookies, redirects and forms. For what needs many requests; pages are
 * looked at with a real one.
 */
final class HttpBrowser {

  private static final int MAX_REDIRECTS = 15;

  private final CookieManager cookies;
  private final HttpClient client;

  private URI location;
  private int status;
  private Document page;
  private HttpResponse<String> response;
  private String language = "en";
  private DeviceTls device = new DeviceTls(null);
  private boolean resumed;
  private boolean stops;
  private URI stoppedAt;
  private final Map<String, String> headers = new LinkedHashMap<>();

  HttpBrowser() {
    this(LoopbackCookies.manager());
  }

  private HttpBrowser(CookieManager cookies) {
    this.cookies = cookies;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .sslContext(DeviceTls.context())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
  }

  /** Another tab of the same browser. */
  HttpBrowser sameCookies() {
    return new HttpBrowser(cookies).inLanguage(language);
  }

  HttpBrowser inLanguage(String tag) {
    language = tag;
    return this;
  }

  /** Sends a header with every request from now on. */
  HttpBrowser withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** From now on this browser has the device's certificate; null for none. */
  HttpBrowser withDevice(TestDevice enrolled) {
    return withTls(new DeviceTls(enrolled));
  }

  /** From now on this browser reaches the listener for device certificates so. */
  HttpBrowser withTls(DeviceTls tls) {
    device = tls;
    return this;
  }

  HttpBrowser open(String url) {
    return exchange(request(URI.create(url)).GET().build());
  }

  /** Opens the sign-in's own address again, as the reload button of a browser does. */
  HttpBrowser reload() {
    String action = page.select("form[action*=login-actions]").first().absUrl("action");
    return open(action.replaceAll("([?&])(session_code|execution)=[^&]*&?", "$1"));
  }

  /** Fills and submits the first form that has a field or button of each of the names given. */
  HttpBrowser submit(Map<String, String> typed) {
    Element form =
        page.select("form").stream()
            .filter(candidate -> typed.keySet().stream().allMatch(name -> has(candidate, name)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no form with " + typed.keySet() + ":\n" + page));
    Map<String, String> fields = new LinkedHashMap<>();
    form.select("input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    fields.putAll(typed);
    return post(form.absUrl("action"), fields);
  }

  private static boolean has(Element form, String name) {
    return !form.select("[name=" + name + "]").isEmpty();
  }

  HttpBrowser postBody(String url, String contentType, String body) {
    return exchange(
        request(URI.create(url))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpBrowser post(String url, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange(
        request(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Presses the button of pages that submit themselves, as SAML's POST binding has them. */
  HttpBrowser followPostedForms() {
    for (int i = 0; i < 5 && isSelfSubmitting(); i++) {
      Element form = page.select("form").first();
      Map<String, String> fields = new LinkedHashMap<>();
      form.select("input[type=hidden]")
          .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
      post(form.absUrl("action"), fields);
    }
    return this;
  }

  private boolean isSelfSubmitting() {
    return !page.select("form input[name=SAMLResponse], form input[name=SAMLRequest]").isEmpty();
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "text/html")
            .header("Accept-Language", language);
    headers.forEach(request::header);
    return request;
  }

  private HttpBrowser exchange(HttpRequest request) {
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
      for (int i = 0;
          i < MAX_REDIRECTS && response.headers().firstValue("Location").isPresent();
          i++) {
        URI next = response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
        if (isListener(next) && stops) {
          stoppedAt = next;
          break;
        }
        URI there = isListener(next) ? visitListener(next) : next;
        response = client.send(request(there).GET().build(), HttpResponse.BodyHandlers.ofString());
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    location = response.uri();
    status = response.statusCode();
    page = Jsoup.parse(response.body(), location.toString());
    return this;
  }

  private static boolean isListener(URI uri) {
    return uri.getHost().endsWith("." + DevicePki.DOMAIN);
  }

  private URI visitListener(URI uri) {
    String address = headers.getOrDefault("X-Forwarded-For", "127.0.0.1");
    DeviceTls.Answer answer =
        device.get(uri, address, Map.of("User-Agent", headers.getOrDefault("User-Agent", agent())));
    resumed = answer.resumed();
    return answer.location();
  }

  /** Whether the last visit to the listener went on with the TLS session of an earlier one. */
  boolean resumed() {
    return resumed;
  }

  /** What this browser calls itself where no other name was given. */
  static String agent() {
    return "Java-http-client/" + System.getProperty("java.version");
  }

  /** From now on this browser does not go to the listener for device certificates by itself. */
  HttpBrowser stopAtListener() {
    stops = true;
    return this;
  }

  /** Where it would have gone. */
  URI stoppedAt() {
    return stoppedAt;
  }

  String location() {
    return location.toString();
  }

  int status() {
    return status;
  }

  /** A header of the last answer; empty where it has none. */
  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  Document page() {
    return page;
  }

  String text() {
    return page.text();
  }

  String body() {
    return response.body();
  }

  /** The action of the form with this field: what a second tab or a thief would post to. */
  String actionOf(String field) {
    return page.select("form:has([name=" + field + "])").first().absUrl("action");
  }

  boolean shows(String field) {
    return !page.select("form [name=" + field + "]").isEmpty();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
