package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that answers what the test says, in turn. */
class GraphDirectoryTest {

  private static final String SECRET = "very-secret-1";

  /** What the server answers next. */
  private record Canned(int status, String body, String header, String value) {
    static Canned ok(String body) {
      return new Canned(200, body, "X-None", "x");
    }

    static Canned status(int status) {
      return new Canned(status, "{}", "X-None", "x");
    }
  }

  private final Deque<Canned> answers = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private CloseableHttpClient client;
  private GraphDirectory directory;
  private String base;
  private volatile String lastBody;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    client = HttpClients.createDefault();
    directory = directory(Duration.ofSeconds(60));
    answers.add(Canned.ok("{\"access_token\":\"token-1\"}"));
  }

  private GraphDirectory directory(Duration readTimeout) {
    GraphConfig config =
        new GraphConfig(
            URI.create(base + "/v1.0"),
            URI.create(base),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(30),
            readTimeout,
            new Backoff(3, Duration.ofSeconds(60)));
    return new GraphDirectory(
        new GraphHttp(client, config, pauses::add),
        config,
        new GraphCredentials("dir", "app", SECRET));
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    client.close();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      lastBody = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + token);
      Canned answer = answers.remove();
      if (answer.status() == 0) {
        waitForTheEnd();
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set(answer.header(), answer.value());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String page(String user, String next) {
    String entry =
        "{\"userPrincipalName\":\"%s\",\"accountEnabled\":true,\"onPremisesImmutableId\":\"I\"}"
            .formatted(user);
    String link = next == null ? "" : ",\"@odata.nextLink\":\"" + next + "\"";
    return "{\"value\":[" + entry + "]" + link + "}";
  }

  @Test
  void allPagesAreReadWithTheTokenAndWhatIsSelected() {
    answers.add(Canned.ok(page("a@x", base + "/v1.0/users?$skiptoken=2")));
    answers.add(Canned.ok(page("b@x", null)));
    assertThat(directory.users())
        .extracting(DirectoryUser::userPrincipalName)
        .containsExactly("a@x", "b@x");
    assertThat(requests.get(0)).startsWith("POST /dir/oauth2/v2.0/token");
    assertThat(requests.get(1)).contains("onPremisesImmutableId", "$top=999", "Bearer token-1");
    assertThat(requests.get(2)).isEqualTo("GET /v1.0/users?$skiptoken=2 Bearer token-1");
  }

  @Test
  void theTokenIsNeverTakenToAnotherPlace() {
    for (String next :
        List.of(
            "http://evil.example/v1.0/users",
            "https://127.0.0.1/v1.0/users",
            base + "/v1.0/../admin",
            base + "@evil.example/v1.0/users",
            base + "/other")) {
      answers.clear();
      if (requests.isEmpty()) {
        answers.add(Canned.ok("{\"access_token\":\"token-1\"}"));
      }
      answers.add(Canned.ok(page("a@x", next)));
      assertThatThrownBy(() -> directory.users())
          .as(next)
          .isInstanceOf(DirectoryException.class)
          .hasMessageContaining("not at Graph");
    }
    assertThat(requests).hasSize(6);
  }

  @Test
  void aRedirectIsNotFollowed() {
    answers.add(new Canned(302, "{}", "Location", base + "/elsewhere"));
    assertThatThrownBy(() -> directory.domains()).isInstanceOf(DirectoryException.class);
    assertThat(requests).hasSize(2);
  }

  @Test
  void retryAfterIsHonoured() {
    answers.add(new Canned(429, "{}", "Retry-After", "7"));
    answers.add(Canned.status(503));
    answers.add(Canned.ok("{\"value\":[]}"));
    assertThat(directory.domains()).isEmpty();
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
  }

  @Test
  void whatIsNotKnownToBeUndoneIsNotRepeatedByItself() {
    answers.add(Canned.status(503));
    FederationSettings settings =
        new FederationSettings(null, "i", "s", "o", "saml", "C", null, "enforce");
    assertThatThrownBy(() -> directory.federate("x.example", settings))
        .isInstanceOf(DirectoryException.class);
    assertThat(requests).hasSize(2);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aCertificateIsTakenAwayBySayingSo() {
    answers.add(Canned.ok("{}"));
    directory.change(
        "x.example", new FederationSettings("id-1", "i", "s", "o", "saml", "C", null, "enforce"));
    assertThat(lastBody).contains("\"nextSigningCertificate\":null");
  }

  @Test
  void anAnswerThatDoesNotComeEndsTheCall() {
    answers.add(Canned.status(0));
    GraphDirectory impatient = directory(Duration.ofMillis(500));
    assertThatThrownBy(() -> impatient.domains())
        .isInstanceOfSatisfying(
            DirectoryException.class,
            failed -> assertThat(failed.kind()).isEqualTo(DirectoryException.Kind.UNAVAILABLE));
  }

  @Test
  void errorsNameMicrosoftsCodeAndNoSecret() {
    answers.add(
        new Canned(
            403,
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"" + SECRET + "\"}}",
            "X-None",
            "x"));
    assertThatThrownBy(() -> directory.domains())
        .isInstanceOfSatisfying(
            DirectoryException.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(DirectoryException.Kind.NOT_PERMITTED);
              assertThat(failed.code()).isEqualTo("Authorization_RequestDenied");
              assertThat(failed.toString()).doesNotContain(SECRET, "token-1");
            });
    assertThat(new GraphCredentials("d", "a", SECRET).toString()).doesNotContain(SECRET);
  }
}
