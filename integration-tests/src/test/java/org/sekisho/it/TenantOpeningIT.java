package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

@ExtendWith(Setup.class)
class TenantOpeningIT {

  private final Operator operator = new Operator(Setup.PORTS.serverUrl());

  private static Map<String, Object> wish(String id, String domain) {
    return Map.of(
        "id", id, "displayName", "開設の検査", "plan", "individual", "domains", List.of(domain));
  }

  @Test
  void openingTwiceIsAnErrorThatChangesNothing() {
    operator.openTenant(wish("twice", "twice.example")).orFail("Opening");
    JsonNode before = operator.readTenant("twice").body();
    Http.Answer again = operator.openTenant(wish("twice", "twice-again.example"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().get("type").asText()).isEqualTo("urn:sekisho:problem:tenant-exists");
    assertThat(operator.readTenant("twice").body()).isEqualTo(before);
    // The domain of the refused wish was not kept.
    assertThat(operator.openTenant(wish("twice-other", "twice-again.example")).status())
        .isEqualTo(201);
  }

  @Test
  void aDomainOfAnotherTenantLeavesNothingBehind() {
    operator.openTenant(wish("owner", "owned.example")).orFail("Opening");
    Http.Answer refused = operator.openTenant(wish("claimer", "owned.example"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("type").asText()).isEqualTo("urn:sekisho:problem:domain-taken");
    assertThat(operator.readTenant("claimer").status()).isEqualTo(404);
  }

  @Test
  void ofTwoWhoRaceForOneDomainOneWins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> wishes = new ArrayList<>();
      for (String id : List.of("racer-a", "racer-b")) {
        wishes.add(() -> operator.openTenant(wish(id, "raced.example")).status());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(wishes)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(201, 409);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    Http.Answer answer =
        operator.openTenant(
            Map.of(
                "id", "Not Good",
                "displayName", "<b>",
                "plan", "gold",
                "domains", List.of("nodomain")));
    assertThat(answer.status()).isEqualTo(400);
    List<String> members = new ArrayList<>();
    answer.body().get("faults").forEach(fault -> members.add(fault.get("member").asText()));
    assertThat(members).containsExactly("id", "displayName", "plan", "domains");
  }

  @Test
  void noRoleOfATenantStaysInTheMasterAdminComposite() {
    operator.openTenant(wish("lean", "lean.example")).orFail("Opening");
    JsonNode composites =
        Http.send(
                "GET",
                Setup.PORTS.serverUrl() + "/admin/realms/master/roles/admin/composites",
                null,
                operator.token())
            .orFail("Reading the composite")
            .body();
    for (JsonNode role : composites) {
      assertThat(role.get("containerId").asText()).isNotBlank();
      assertThat(role.path("clientRole").asBoolean() && isOfTenant(role)).isFalse();
    }
    assertThat(
            Http.send(
                    "GET",
                    Setup.PORTS.serverUrl() + "/admin/realms/lean/users",
                    null,
                    operator.token())
                .status())
        .isEqualTo(403);
  }

  private boolean isOfTenant(JsonNode role) {
    String client =
        Http.send(
                "GET",
                Setup.PORTS.serverUrl()
                    + "/admin/realms/master/clients/"
                    + role.get("containerId").asText(),
                null,
                operator.token())
            .body()
            .get("clientId")
            .asText();
    return client.endsWith("-realm") && !client.equals("master-realm");
  }

  @Test
  void nobodyButAnOperatorOpensTenants() {
    String url = Setup.PORTS.serverUrl() + "/admin/realms/master/sekisho/tenants";
    assertThat(Http.send("POST", url, wish("stranger", "stranger.example"), null).status())
        .isEqualTo(401);
    TestTenant tenant = TestTenant.open();
    assertThat(tenant.admin("GET", "/sekisho/tenants/master", null).status()).isEqualTo(404);
    assertThat(tenant.admin("POST", "/sekisho/tenants", wish("inner", "inner.example")).status())
        .isIn(404, 405);
    // Nor by the address that operators use: a tenant's token counts for nothing in the master
    // realm.
    assertThat(tenant.adminOfMaster("POST", "/sekisho/tenants", wish("inner", "inner.example")))
        .isEqualTo(403);
  }

  @Test
  void aTenantHasTheBaselineOfItsTemplate() {
    TestTenant tenant = TestTenant.open();
    JsonNode realm = tenant.admin("GET", "", null).body();
    assertThat(realm.get("defaultLocale").asText()).isEqualTo("ja");
    assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.get("failureFactor").asInt()).isEqualTo(10);
    assertThat(realm.get("maxSecondaryAuthFailures").asInt()).isEqualTo(100);
    assertThat(realm.get("browserFlow").asText()).isEqualTo("sekisho browser");
    assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
    assertThat(realm.get("attributes").get("sekisho.plan").asText()).isEqualTo("common");
  }

  @Test
  void theWorkflowsFeatureIsOff() {
    JsonNode info =
        Http.send("GET", Setup.PORTS.serverUrl() + "/admin/serverinfo", null, operator.token())
            .body();
    for (JsonNode feature : info.get("features")) {
      if (feature.get("name").asText().equals("WORKFLOWS")) {
        assertThat(feature.get("enabled").asBoolean()).isFalse();
      }
    }
  }
}
