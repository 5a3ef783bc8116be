package org.sekisho.standins.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.standins.web.TestBrowser;
import org.sekisho.testsupport.VendorDescriptions;

/** Graph with tokens: what an application sees of a directory, and how it misbehaves. */
class GraphApiTest {

  private final Microsoft365 microsoft365 = Microsoft365.start(0);
  private final TestBrowser browser = new TestBrowser();

  @AfterEach
  void close() {
    microsoft365.close();
  }

  @BeforeEach
  void twoDirectories() {
    put("/directories/d1/domains/one.example", "{}");
    put("/directories/d2/domains/two.example", "{}");
    put("/directories/d1/applications/app", "{\"secret\":\"s1\"}");
    put("/directories/d2/applications/app", "{\"secret\":\"s2\"}");
    for (String user : List.of("a", "b", "c")) {
      post("/v1.0/users", GraphTest.user(user, user).replace("example.co.jp", "one.example"));
    }
  }

  private void put(String path, String json) {
    assertThat(browser.json("PUT", microsoft365.address() + path, json).statusCode())
        .isEqualTo(204);
  }

  private HttpResponse<String> post(String path, String json) {
    return browser.json("POST", microsoft365.address() + path, json);
  }

  private HttpResponse<String> ask(String directory, String secret) {
    return browser.post(
        microsoft365.address() + "/" + directory + "/oauth2/v2.0/token",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            "app",
            "client_secret",
            secret,
            "scope",
            microsoft365.address() + "/.default"));
  }

  private String token(String directory, String secret) {
    return TestBrowser.parse(ask(directory, secret)).get("access_token").asText();
  }

  private HttpResponse<String> call(String method, String address, String token, String body) {
    return browser.send(
        TestBrowser.request(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path, String token) {
    return call("GET", microsoft365.address() + "/graph/v1.0" + path, token, "");
  }

  @Test
  void onlyAnAdmittedApplicationGetsATokenAndOnlyATokenOpensGraph() {
    assertThat(ask("d1", "wrong").statusCode()).isEqualTo(401);
    assertThat(ask("d3", "s1").statusCode()).isEqualTo(401);
    assertThat(get("/domains", "made-up").statusCode()).isEqualTo(401);
    assertThat(get("/domains", token("d1", "s1")).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenShowsItsOwnDirectoryOnly() {
    String other = token("d2", "s2");
    assertThat(get("/domains/one.example", other).statusCode()).isEqualTo(404);
    assertThat(TestBrowser.parse(get("/users", other)).get("value")).isEmpty();
    assertThat(get("/domains/one.example/federationConfiguration", other).statusCode())
        .isEqualTo(404);
  }

  @Test
  void usersComeInPagesWithWhatWasSelected() {
    String token = token("d1", "s1");
    put("/graph-pages", "{\"size\":2}");
    String address =
        microsoft365.address()
            + "/graph/v1.0/users?$select=userPrincipalName,onPremisesImmutableId&$top=999";
    List<String> names = new ArrayList<>();
    int pages = 0;
    while (address != null) {
      JsonNode page = TestBrowser.parse(call("GET", address, token, ""));
      page.get("value").forEach(user -> names.add(user.get("onPremisesImmutableId").asText()));
      assertThat(page.get("value").get(0).has("displayName")).isFalse();
      address = page.path("@odata.nextLink").asText(null);
      pages++;
    }
    assertThat(names).containsExactly("a", "b", "c");
    assertThat(pages).isEqualTo(2);
    JsonNode unasked = TestBrowser.parse(get("/users", token)).get("value").get(0);
    assertThat(unasked.has("onPremisesImmutableId")).isFalse();
  }

  @Test
  void aFaultComesBeforeTheChangeOrAfterIt() {
    String token = token("d1", "s1");
    String path = "/graph/v1.0/domains/one.example/federationConfiguration";
    String body =
        GraphTest.federation("urn:a", GraphCertificate.format(Courtroom.KEY.certificate()));
    post(
        "/graph-faults",
        "{\"method\":\"POST\",\"domain\":\"one.example\",\"status\":429,\"retryAfter\":\"7\"}");
    HttpResponse<String> before = call("POST", microsoft365.address() + path, token, body);
    assertThat(before.statusCode()).isEqualTo(429);
    assertThat(before.headers().firstValue("Retry-After")).contains("7");
    assertThat(federated(token)).isFalse();
    post(
        "/graph-faults",
        "{\"method\":\"POST\",\"domain\":\"one.example\",\"status\":503,\"afterwards\":true}");
    HttpResponse<String> after = call("POST", microsoft365.address() + path, token, body);
    assertThat(after.statusCode()).isEqualTo(503);
    assertThat(after.headers().firstValue("Retry-After")).isEmpty();
    assertThat(federated(token)).isTrue();
  }

  @Test
  void aCallIsHeldUntilItIsLetGo() throws Exception {
    String token = token("d1", "s1");
    post("/graph-faults", "{\"method\":\"GET\",\"held\":true}");
    CompletableFuture<Integer> held =
        CompletableFuture.supplyAsync(() -> get("/domains", token).statusCode());
    while (!browser.get(microsoft365.address() + "/graph-faults").body().contains("GET ")) {
      Thread.sleep(10);
    }
    assertThat(held).isNotDone();
    String letGo = microsoft365.address() + "/graph-faults/held";
    assertThat(browser.json("DELETE", letGo, "").statusCode()).isEqualTo(204);
    assertThat(held.get(30, TimeUnit.SECONDS)).isEqualTo(200);
  }

  private boolean federated(String token) {
    JsonNode domain = TestBrowser.parse(get("/domains/one.example", token));
    return domain.get("authenticationType").asText().equals("Federated");
  }

  @Test
  void answersHoldOnlyWhatMicrosoftDescribes() throws IOException {
    Optional<Path> file = VendorDescriptions.graph();
    Assumptions.assumeTrue(file.isPresent(), VendorDescriptions.GRAPH_MISSING);
    JsonNode schemas =
        new ObjectMapper().readTree(file.orElseThrow().toFile()).at("/components/schemas");
    String token = token("d1", "s1");
    post(
        "/v1.0/domains/one.example/federationConfiguration",
        GraphTest.federation("urn:a", GraphCertificate.format(Courtroom.KEY.certificate())));
    check(schemas, "user", get("/users?$select=userPrincipalName,onPremisesImmutableId", token));
    check(schemas, "domain", get("/domains", token));
    check(
        schemas,
        "internalDomainFederation",
        get("/domains/one.example/federationConfiguration", token));
  }

  private static void check(JsonNode schemas, String type, HttpResponse<String> answer) {
    JsonNode entry = TestBrowser.parse(answer).get("value").get(0);
    JsonNode described = schemas.get("microsoft.graph." + type).get("properties");
    assertThat(described).isNotNull();
    entry
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.startsWith("@odata.")) {
                assertThat(described.has(name)).as(type + "." + name).isTrue();
              }
            });
  }
}
