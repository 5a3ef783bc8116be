package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.sekisho.launcher.Http;

/**
 * An ID administrator who federates domains with Microsoft 365; each answer is held against its
 * description.
 */
record FederationAdmin(
    TestTenant tenant, TestUser user, AtomicReference<JsonNode> tokens, OpenApi api) {

  static final String REASON = "Microsoft 365 を使うため";

  static FederationAdmin open(String id, String... domains) {
    return openAt(Setup.PORTS.serverUrl(), id, domains);
  }

  static FederationAdmin openAt(String serverUrl, String id, String... domains) {
    TestTenant tenant = TestTenant.openAt(serverUrl, id, "individual", domains);
    TestUser hanako = tenant.addUser("hanako@" + tenant.domain, Map.of("idAdministrator", true));
    JsonNode tokens = TestToken.of(hanako);
    String token = tokens.get("access_token").asText();
    JsonNode description =
        Http.send("GET", base(tenant) + "/openapi.json", null, token).orFail("Description").body();
    return new FederationAdmin(
        tenant, hanako, new AtomicReference<>(tokens), new OpenApi(description));
  }

  static String base(TestTenant tenant) {
    return tenant.url().replace("/realms/", "/admin/realms/") + "/sekisho/microsoft365";
  }

  Http.Answer call(String operationId, String method, String path, Object body) {
    Http.Answer answer = Http.send(method, base(tenant) + path, body, token());
    if (answer.status() == 401) {
      // Where the key that has signed the token is withdrawn; an application does the same.
      tokens.set(TestToken.refresh(tenant, tokens.get()).orFail("Refreshing").body());
      TestTenant.SECRETS.add(token());
      answer = Http.send(method, base(tenant) + path, body, token());
    }
    api.check(api.operation(operationId), answer);
    return answer;
  }

  String token() {
    return tokens.get().get("access_token").asText();
  }

  /** Connects the directory, as a page does: with the version that was read. */
  int connect(Map<String, String> directory) {
    HttpResponse<String> read = exchange("GET", null, "");
    Map<String, String> wish = new HashMap<>(directory);
    wish.put("reason", REASON);
    return exchange("PUT", read.headers().firstValue("ETag").orElseThrow(), json(wish))
        .statusCode();
  }

  int connect(Graph graph) {
    return connect(Map.of("directoryId", graph.directoryId()));
  }

  private HttpResponse<String> exchange(String method, String version, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base(tenant) + "/directory"))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (version != null) {
      request.header("If-Match", version);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String json(Object body) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
    } catch (java.io.IOException unwritable) {
      throw new AssertionError(unwritable);
    }
  }

  Http.Answer preflight(String domain) {
    return call("preflight", "POST", "/domains/" + domain + "/preflight", null);
  }

  Http.Answer federate(String domain, Map<String, ?> more) {
    return act("federate", "federate", domain, more);
  }

  Http.Answer act(String operationId, String action, String domain, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("reason", REASON);
    return call(operationId, "POST", "/domains/" + domain + "/" + action, body);
  }

  JsonNode domain(String domain) {
    return call("readMicrosoftDomain", "GET", "/domains/" + domain, null).orFail("Read").body();
  }

  String state(String domain) {
    return domain(domain).get("state").asText();
  }

  JsonNode rollover() {
    return call("readRollover", "GET", "/rollover", null).orFail("Read").body().path("rollover");
  }

  /** All the way to a federated domain. */
  void bring(String domain) {
    preflight(domain).orFail("Pre-flight of " + domain);
    JsonNode federated = federate(domain, Map.of()).orFail("Federating " + domain).body();
    assertThat(federated.get("state").asText()).isEqualTo("FEDERATED");
  }

  /** A user on both sides. */
  TestUser member(String name, String domain) {
    TestUser added = tenant.addUser(name + "@" + domain, Map.of());
    Microsoft.provision(added);
    return added;
  }

  /** As if Microsoft had been asked to federate the domains an hour and more ago. */
  void letSendingAge() {
    age("sent");
  }

  /** As if the rollover had been at its present step for an hour and more. */
  void letRolloverAge() {
    age("rollover");
  }

  private void age(String what) {
    String path = "/test-access/microsoft365-time/" + what + "?minutes=61";
    Http.send("POST", tenant.url() + path, null, null).orFail("Ageing");
  }

  /** What the admin events tell, the oldest first. */
  List<JsonNode> records(String below) {
    List<JsonNode> records = new ArrayList<>();
    for (JsonNode event : tenant.admin("GET", "/admin-events?max=200", null).body()) {
      if (event.get("resourcePath").asText().equals("sekisho/microsoft365/" + below)) {
        records.add(0, event);
      }
    }
    return records;
  }

  static String type(Http.Answer answer) {
    String type = answer.body().path("type").asText();
    return answer.status() + " " + type.replace("urn:sekisho:problem:", "");
  }
}
