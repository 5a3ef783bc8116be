package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

@ExtendWith(Setup.class)
class SupportSessionIT {

  private static TestTenant tenant;
  private static TestTenant other;
  private OperatorAccount operator;

  @BeforeAll
  static void openTenants() {
    tenant = TestTenant.open("support", "individual", "support.example");
    other = TestTenant.open("support-other", "individual", "support-other.example");
  }

  @BeforeEach
  void hire() {
    operator = OperatorAccount.with("sekisho-helpdesk");
  }

  private int status(TestTenant of, String path) {
    return operator.inTenant("GET", of, path, null).status();
  }

  @Test
  void withoutASessionAnOperatorSeesNothingOfATenant() {
    for (String path : List.of("", "/users", "/clients", "/events", "/roles", "/keys")) {
      assertThat(status(tenant, path)).as(path).isEqualTo(403);
    }
  }

  @Test
  void aSessionGivesExactlyItsRightsOnItsTenantToItsOperator() {
    operator.beginSupport(tenant, "view-users").orFail("Support");
    assertThat(status(tenant, "/users")).isEqualTo(200);
    assertThat(status(tenant, "/events")).isEqualTo(403);
    assertThat(status(tenant, "/clients/")).isEqualTo(403);
    assertThat(operator.inTenant("POST", tenant, "/users", Map.of()).status()).isEqualTo(403);
    assertThat(status(other, "/users")).isEqualTo(403);
    OperatorAccount colleague = OperatorAccount.with("sekisho-manager");
    assertThat(colleague.inTenant("GET", tenant, "/users", null).status()).isEqualTo(403);
  }

  @Test
  void aSessionEndsWithItsTimeThoughNothingIsCleanedUp() {
    operator.beginSupport(tenant, "view-users").orFail("Support");
    String token = operator.token();
    Http.send("POST", tenant.url() + "/test-access/time-passed", null, null).orFail("Time");
    assertThat(
            Http.send("GET", Setup.PORTS.serverUrl() + "/admin/realms/support/users", null, token)
                .status())
        .isEqualTo(403);
  }

  @Test
  void aSessionCanBeEndedBeforeItsTimeByItsOperatorOrAManager() {
    for (OperatorAccount ending : List.of(operator, OperatorAccount.with("sekisho-manager"))) {
      String id = begin();
      assertThat(status(tenant, "/users")).isEqualTo(200);
      ending.send("DELETE", "/support-sessions/" + id, null).orFail("Ending");
      assertThat(status(tenant, "/users")).isEqualTo(403);
    }
    String id = begin();
    Http.Answer refused =
        OperatorAccount.with("sekisho-helpdesk").send("DELETE", "/support-sessions/" + id, null);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(status(tenant, "/users")).isEqualTo(200);
  }

  @Test
  void whoIsNoOperatorAnyMoreLosesALiveSession() {
    begin();
    assertThat(status(tenant, "/users")).isEqualTo(200);
    operator.takeRole("sekisho-helpdesk");
    assertThat(status(tenant, "/users")).isEqualTo(403);
  }

  private String begin() {
    return operator.beginSupport(tenant, "view-users").orFail("Support").body().get("id").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "manage-realm",
        "impersonation",
        "realm-admin",
        "admin",
        "create-client",
        "view-clients",
        "manage-clients",
        "x"
      })
  void aRightThatReachesFurtherThanSupportIsRefused(String right) {
    Http.Answer refused = operator.beginSupport(tenant, "view-users", right);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("faults").get(0).get("member").asText()).isEqualTo("rights");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 241, -5})
  void aSessionLastsOneToTwoHundredFortyMinutes(int minutes) {
    Map<String, Object> request =
        Map.of("ticket", "T-1", "reason", "x", "rights", List.of("view-users"), "minutes", minutes);
    assertThat(
            operator
                .send("POST", "/tenants/support/support-sessions", request)
                .body()
                .get("faults")
                .get(0)
                .get("member")
                .asText())
        .isEqualTo("minutes");
  }

  /** What somebody with all rights on the master realm could try. */
  @Test
  void neitherAMappedRoleNorACompositeRoleReachesIntoATenant() {
    String token = new Operator(Setup.PORTS.serverUrl()).token();
    String master = Setup.PORTS.serverUrl() + "/admin/realms/master";
    JsonNode client =
        Http.send("GET", master + "/clients?clientId=support-realm", null, token).body().get(0);
    String clientId = client.get("id").asText();
    JsonNode role =
        Http.send("GET", master + "/clients/" + clientId + "/roles/view-users", null, token).body();
    Http.send(
        "POST",
        master + "/users/" + operator.id + "/role-mappings/clients/" + clientId,
        List.of(role),
        token);
    Http.send("POST", master + "/roles/sekisho-reader/composites", List.of(role), token);
    assertThat(status(tenant, "/users")).isEqualTo(403);
    Http.send("DELETE", master + "/roles/sekisho-reader/composites", List.of(role), token);
  }

  @Test
  void bothSidesCanReadWhoLookedInAndWhy() {
    String id = begin();
    JsonNode ofTenant =
        operator
            .send("GET", "/tenants/support/support-sessions", null)
            .body()
            .get("supportSessions");
    assertThat(ofTenant.get(0).get("id").asText()).isEqualTo(id);
    assertThat(ofTenant.get(0).get("ticket").asText()).isEqualTo("T-4711");
    JsonNode live = operator.send("GET", "/support-sessions", null).body().get("supportSessions");
    assertThat(live.findValuesAsText("id")).contains(id);
    String path = "support-sessions/" + id;
    assertThat(recordsOfTenant()).anyMatch(event -> isAbout(event, path, operator.id));
    assertThat(recordsOfMaster())
        .anyMatch(event -> isAbout(event, "tenants/support/" + path, operator.id));
  }

  private static boolean isAbout(JsonNode event, String path, String operatorId) {
    return event.get("resourcePath").asText().equals("sekisho/" + path)
        && event.get("authDetails").get("userId").asText().equals(operatorId)
        && event.get("representation").asText().contains("T-4711");
  }

  private static JsonNode recordsOfTenant() {
    return tenant.admin("GET", "/admin-events?max=100", null).body();
  }

  private static JsonNode recordsOfMaster() {
    return Http.send(
            "GET",
            Setup.PORTS.serverUrl() + "/admin/realms/master/admin-events?max=100",
            null,
            new Operator(Setup.PORTS.serverUrl()).token())
        .body();
  }
}
