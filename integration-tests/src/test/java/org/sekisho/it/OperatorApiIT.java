package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** The life of a tenant through the operators' API; each answer is held against its description. */
@ExtendWith(Setup.class)
class OperatorApiIT {

  private static final Map<String, String> TICKET = Map.of("ticket", "T-1");
  private static final Operator OPERATOR = new Operator(Setup.PORTS.serverUrl());
  private static OpenApi api;

  @BeforeAll
  static void readDescription() {
    api = new OpenApi(OPERATOR.send("GET", "/openapi.json", null).orFail("Description").body());
  }

  private static Http.Answer call(String operationId, String method, String path, Object body) {
    Http.Answer answer = OPERATOR.send(method, path, body);
    api.check(api.operation(operationId), answer);
    return answer;
  }

  private static TestTenant open(String id, String plan) {
    return TestTenant.open(id, plan, id + ".example");
  }

  private static Http.Answer read(String id) {
    return call("readTenant", "GET", "/tenants/" + id, null);
  }

  private static String type(Http.Answer answer) {
    return answer.body().get("type").asText().replace("urn:sekisho:problem:", "");
  }

  @Test
  void tenantsAreListedByNameDomainAndStateInPages() {
    for (String id : List.of("list-a", "list-b", "list-c", "list-d", "list-e")) {
      open(id, "hybrid");
    }
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = list("name=LIST-&max=2" + (after.isEmpty() ? "" : "&after=" + after));
      seen.addAll(page.get("tenants").findValuesAsText("id"));
      after = page.path("next").asText();
    } while (!after.isEmpty());
    assertThat(seen).containsExactly("list-a", "list-b", "list-c", "list-d", "list-e");
    assertThat(list("domain=LIST-c.example").get("tenants").findValuesAsText("id"))
        .containsExactly("list-c");
    assertThat(list("name=%25").get("tenants")).isEmpty();
    call("suspendTenant", "POST", "/tenants/list-b/suspend", TICKET).orFail("Suspending");
    assertThat(list("name=list-&state=suspended").get("tenants").findValuesAsText("id"))
        .containsExactly("list-b");
    Http.Answer wrong =
        call("listTenants", "GET", "/tenants?max=0&state=gone&domain=no%20domain", null);
    assertThat(wrong.body().get("faults").findValuesAsText("member"))
        .containsExactly("domain", "state", "max");
  }

  private static JsonNode list(String query) {
    return call("listTenants", "GET", "/tenants?" + query, null).orFail("Listing").body();
  }

  @Test
  void aSuspendedTenantSignsNobodyInUntilItIsResumed() {
    TestTenant tenant = open("paused", "hybrid");
    TestUser user = tenant.addUser("taro");
    JsonNode tokens = TestToken.of(user);
    assertThat(call("suspendTenant", "POST", "/tenants/paused/suspend", TICKET).status())
        .isEqualTo(200);
    assertThat(TestToken.refresh(tenant, tokens).status()).isIn(400, 403);
    assertThat(SignIn.begin(tenant).shows("username")).isFalse();
    assertThat(type(call("suspendTenant", "POST", "/tenants/paused/suspend", TICKET)))
        .isEqualTo("tenant-state");
    assertThat(
            call("resumeTenant", "POST", "/tenants/paused/resume", TICKET)
                .body()
                .get("state")
                .asText())
        .isEqualTo("open");
    assertThat(SignIn.begin(tenant).shows("username")).isTrue();
    assertThat(TestToken.refresh(tenant, tokens).status()).isEqualTo(400);
  }

  @Test
  void aClosedTenantCanBeRestoredDuringItsGracePeriodAndIsWhole() throws InterruptedException {
    TestTenant tenant = open("restored", "hybrid");
    TestUser user = tenant.addUser("taro");
    Http.Answer unconfirmed =
        call(
            "closeTenant",
            "POST",
            "/tenants/restored/close",
            Map.of("ticket", "T-2", "confirmation", "restord"));
    assertThat(unconfirmed.body().get("faults").findValuesAsText("member"))
        .containsExactly("confirmation");
    JsonNode closing = close("restored");
    assertThat(closing.get("removeAt").asText()).isNotBlank();
    assertThat(SignIn.begin(tenant).shows("username")).isFalse();
    assertThat(type(call("addUser", "POST", "/tenants/restored/users", Map.of("userId", "x"))))
        .isEqualTo("tenant-closing");
    call("restoreTenant", "POST", "/tenants/restored/restore", TICKET).orFail("Restoring");
    // Nothing that was given in the second of the closing counts, and tokens know seconds only.
    Thread.sleep(1_100);
    HttpBrowser entered = SignIn.firstTime(user);
    assertThat(entered.location()).as(entered.text()).startsWith(tenant.portalUrl());
  }

  private static JsonNode close(String id) {
    return call(
            "closeTenant",
            "POST",
            "/tenants/" + id + "/close",
            Map.of("ticket", "T-2", "confirmation", id))
        .orFail("Closing")
        .body();
  }

  @Test
  void whenTheGracePeriodIsOverEverythingGoesAndTheDomainIsFreeAgain() throws Exception {
    TestTenant tenant = open("gone", "hybrid");
    tenant.addUser("taro");
    close("gone");
    Http.send("POST", tenant.url() + "/test-access/time-passed", null, null).orFail("Time");
    Eventually.holds(() -> OPERATOR.readTenant("gone").status() == 404);
    // Keycloak forgets its copy of a realm just after the removal is written.
    Eventually.holds(() -> new HttpBrowser().open(tenant.url()).status() == 404);
    assertThat(list("domain=gone.example").get("tenants")).isEmpty();
    String clients = Setup.PORTS.serverUrl() + "/admin/realms/master/clients?clientId=gone-realm";
    Eventually.holds(() -> Http.send("GET", clients, null, OPERATOR.token()).body().isEmpty());
    TestTenant again = TestTenant.open("gone-again", "hybrid", "gone.example");
    assertThat(again.domain).isEqualTo("gone.example");
  }

  @Test
  void aPlanChangeAppliesOrRefusesAsAWhole() {
    TestTenant tenant =
        TestTenant.open("mover", "individual", "mover.example", "mover.insurance-agt.ne.jp");
    Http.Answer refused =
        call(
            "changePlan",
            "PUT",
            "/tenants/mover/plan",
            Map.of("plan", "hybrid", "options", List.of("device-certificate")));
    assertThat(type(refused)).isEqualTo("plan-refused");
    assertThat(refused.body().get("obstacles").findValuesAsText("member"))
        .containsExactly("domains", "options");
    assertThat(read("mover").body().get("plan").asText()).isEqualTo("individual");
    call("removeDomain", "DELETE", "/tenants/mover/domains/mover.insurance-agt.ne.jp", null)
        .orFail("Removing the domain");
    assertThat(administratorsMayManage(tenant)).isTrue();
    JsonNode moved =
        call("changePlan", "PUT", "/tenants/mover/plan", Map.of("plan", "hybrid"))
            .orFail("Moving")
            .body();
    assertThat(moved.get("plan").asText()).isEqualTo("hybrid");
    assertThat(moved.get("ids").get("allowed").asInt()).isEqualTo(50);
    assertThat(administratorsMayManage(tenant)).isFalse();
  }

  private static boolean administratorsMayManage(TestTenant tenant) {
    return tenant
        .admin("GET", "/roles/id-administrator/composites", null)
        .body()
        .findValuesAsText("name")
        .contains("manage-users");
  }

  @Test
  void domainsComeAndGoButNeverOneThatIsUsedOrTheLast() {
    TestTenant tenant = open("many", "hybrid");
    open("many-other", "hybrid");
    call("addDomain", "POST", "/tenants/many/domains", Map.of("domain", "many-more.example"))
        .orFail("Adding");
    tenant.addUser("taro@many-more.example", Map.of());
    assertThat(
            type(
                call(
                    "addDomain",
                    "POST",
                    "/tenants/many/domains",
                    Map.of("domain", "many-other.example"))))
        .isEqualTo("domain-taken");
    assertThat(
            type(
                call(
                    "addDomain",
                    "POST",
                    "/tenants/many/domains",
                    Map.of("domain", "12345699.insurance-agt.ne.jp"))))
        .isEqualTo("request-invalid");
    assertThat(
            type(call("removeDomain", "DELETE", "/tenants/many/domains/many-more.example", null)))
        .isEqualTo("domain-in-use");
    call("removeDomain", "DELETE", "/tenants/many/domains/many.example", null).orFail("Removing");
    assertThat(
            type(call("removeDomain", "DELETE", "/tenants/many/domains/many-more.example", null)))
        .isEqualTo("domain-in-use");
  }

  @Test
  void operatorsActForTheUsersOfATenantWithoutAConsole() {
    TestTenant tenant = open("acted", "hybrid");
    Map<String, String> wish = Map.of("userId", "taro@acted.example", "lastName", "鈴木");
    call("addUser", "POST", "/tenants/acted/users", wish).orFail("Adding");
    JsonNode renamed =
        call(
                "renameUser",
                "PATCH",
                "/tenants/acted/users/TARO@acted.example",
                Map.of("lastName", "佐藤", "firstName", "太郎"))
            .orFail("Renaming")
            .body();
    assertThat(renamed.get("lastName").asText()).isEqualTo("佐藤");
    assertThat(
            call(
                    "renameUser",
                    "PATCH",
                    "/tenants/acted/users/taro@acted.example",
                    Map.of("lastName", "<b>"))
                .status())
        .isEqualTo(400);
    JsonNode users = call("listUsers", "GET", "/tenants/acted/users?search=taro", null).body();
    assertThat(users.get("users").findValuesAsText("lastName")).containsExactly("佐藤");
    assertThat(
            tenant
                .admin("GET", "/users?username=taro", null)
                .body()
                .get(0)
                .get("attributes")
                .has("immutableId"))
        .as("renaming keeps what it does not name")
        .isTrue();
    assertThat(
            call("deleteUser", "DELETE", "/tenants/acted/users/taro@acted.example", null).status())
        .isEqualTo(204);
    assertThat(
            type(call("lockUser", "POST", "/tenants/acted/users/taro@acted.example/lock", TICKET)))
        .isEqualTo("user-unknown");
    Http.Answer refused =
        call(
            "addUser",
            "POST",
            "/tenants/acted/users",
            Map.of("userId", "b@acted.example", "idAdministrator", true));
    assertThat(type(refused)).isEqualTo("plan-without-id-administrators");
  }

  @Test
  void theEmergencyLockEndsEverythingOfAUserAtOnce() {
    TestTenant tenant = open("locked", "hybrid");
    TestUser user = tenant.addUser("taro");
    JsonNode first = TestToken.of(user);
    HttpBrowser browser = SignIn.begin(tenant);
    JsonNode tokens = TestToken.refresh(tenant, first).orFail("Refreshing").body();
    String path = "/tenants/locked/users/" + user.userId();
    assertThat(call("lockUser", "POST", path + "/lock", Map.of()).status()).isEqualTo(400);
    assertThat(call("lockUser", "POST", path + "/lock", TICKET).body().get("enabled").asBoolean())
        .isFalse();
    assertThat(TestToken.refresh(tenant, tokens).status()).isEqualTo(400);
    String bearer = tokens.get("access_token").asText();
    assertThat(Http.send("GET", TestToken.userInfoUrl(tenant), null, bearer).status())
        .isEqualTo(401);
    assertThat(SignIn.withPassword(browser, user).shows("code")).isFalse();
    assertThat(tenant.admin("GET", "/admin-events?max=20", null).body().toString())
        .contains("T-1", user.userId() + "/lock");
    call("unlockUser", "POST", path + "/unlock", TICKET).orFail("Unlocking");
    assertThat(TestToken.refresh(tenant, tokens).status()).isEqualTo(400);
  }

  @Test
  void aReissuedPasswordIsTemporaryAndTheOldOneIsDead() {
    TestTenant tenant = open("reissued", "individual");
    TestUser user = tenant.addUser("taro");
    JsonNode answer =
        call(
                "reissuePassword",
                "POST",
                "/tenants/reissued/users/" + user.userId() + "/password",
                TICKET)
            .orFail("Reissuing")
            .body();
    String password = answer.get("temporaryPassword").asText();
    TestTenant.SECRETS.add(password);
    assertThat(SignIn.withPassword(user).shows("password")).isTrue();
    HttpBrowser browser =
        SignIn.begin(tenant)
            .submit(Map.of("username", user.userId()))
            .submit(Map.of("password", password));
    assertThat(browser.shows("phoneNumber")).isTrue();
    JsonNode actions =
        tenant.admin("GET", "/users/" + user.id(), null).body().get("requiredActions");
    assertThat(actions.toString()).contains("UPDATE_PASSWORD");
  }
}
