package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** What somebody with every right on the master realm could try to reach into a tenant. */
@ExtendWith(Setup.class)
class TenantIsolationIT {

  private static final String SERVER = Setup.PORTS.serverUrl();
  private static final String MASTER = SERVER + "/admin/realms/master";
  private static final List<String> PATHS =
      List.of("/users", "/clients", "/events", "/admin-events", "/roles", "/components");
  private static TestTenant tenant;

  @BeforeAll
  static void openTenant() {
    tenant = TestTenant.open("isolated", "hybrid", "isolated.example");
  }

  private static Http.Answer master(String method, String path, Object body) {
    return Http.send(method, MASTER + path, body, new Operator(SERVER).token());
  }

  private static JsonNode clientOfTenant() {
    return master("GET", "/clients?clientId=isolated-realm", null).body().get(0);
  }

  /** All roles of a tenant's client in the master realm. */
  private static List<JsonNode> rolesOf(String client) {
    List<JsonNode> roles = new ArrayList<>();
    master("GET", "/clients/" + client + "/roles", null).body().forEach(roles::add);
    return roles;
  }

  private static void assertShutOut(String token) {
    for (String path : PATHS) {
      assertThat(Http.send("GET", admin(path), null, token).status()).as(path).isEqualTo(403);
    }
    // To some of its administrators Keycloak tells the name that they asked for, and no more.
    JsonNode named = Http.send("GET", admin(""), null, token).body();
    assertThat(named.toString()).doesNotContain("isolated.example", "sekisho.plan");
    for (String path : List.of("/partial-export", "/partialImport", "/users", "/logout-all")) {
      assertThat(Http.send("POST", admin(path), Map.of(), token).status()).as(path).isEqualTo(403);
    }
    JsonNode realms = Http.send("GET", SERVER + "/admin/realms", null, token).body();
    assertThat(String.valueOf(realms)).doesNotContain("isolated.example");
    String registration = tenant.url() + "/clients-registrations/default";
    assertThat(Http.send("POST", registration, Map.of("clientId", "x"), token).status())
        .isIn(401, 403);
  }

  private static String admin(String path) {
    return SERVER + "/admin/realms/isolated" + path;
  }

  @Test
  void anAdministratorOfTheMasterRealmIsShutOut() {
    assertShutOut(OperatorAccount.with("admin").token());
  }

  @Test
  void whoMayCreateRealmsCannotTakeATenantOver() {
    String token = OperatorAccount.with("create-realm").token();
    assertShutOut(token);
    Map<String, Object> realm = Map.of("realm", "isolated", "enabled", true);
    assertThat(Http.send("POST", SERVER + "/admin/realms", realm, token).status()).isEqualTo(409);
    assertShutOut(token);
  }

  @Test
  void theClientThatHoldsTheRightsOfATenantCanBeNeitherMappedNorRenamed() {
    JsonNode client = clientOfTenant();
    String id = client.get("id").asText();
    OperatorAccount operator = OperatorAccount.with("admin");
    mapAll(operator.id, id);
    ObjectNode renamed = client.deepCopy();
    assertRefused(master("PUT", "/clients/" + id, renamed.put("clientId", "elsewhere-realm")));
    assertShutOut(operator.token());
  }

  private static void mapAll(String user, String client) {
    assertRefused(
        master("POST", "/users/" + user + "/role-mappings/clients/" + client, rolesOf(client)));
  }

  /** Keycloak lets nobody give a right that the giver does not have: so nobody can give these. */
  private static void assertRefused(Http.Answer mapping) {
    assertThat(mapping.status()).isEqualTo(403);
  }

  @Test
  void neitherAGroupNorAServiceAccountNorAHardcodedRoleOpensATenant() {
    String rights = clientOfTenant().get("id").asText();
    master("POST", "/groups", Map.of("name", "isolated-group")).orFail("Group");
    String group =
        master("GET", "/groups?search=isolated-group", null).body().get(0).get("id").asText();
    assertRefused(
        master("POST", "/groups/" + group + "/role-mappings/clients/" + rights, rolesOf(rights)));
    String client = serviceAccountClient();
    String account =
        master("GET", "/clients/" + client + "/service-account-user", null)
            .body()
            .get("id")
            .asText();
    master("PUT", "/users/" + account + "/groups/" + group, null).orFail("Joining");
    mapAll(account, rights);
    assertShutOut(
        Http.postForm(
                SERVER + "/realms/master/protocol/openid-connect/token",
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", "isolated-service",
                    "client_secret", TestTenant.PASSWORD))
            .orFail("Service account")
            .body()
            .get("access_token")
            .asText());
  }

  /** Its tokens name every right, whether its account has it or not. */
  private static String serviceAccountClient() {
    List<Map<String, Object>> mappers = new ArrayList<>();
    for (String role : List.of("manage-users", "view-users", "manage-realm", "view-realm")) {
      mappers.add(
          Map.of(
              "name",
              role,
              "protocol",
              "openid-connect",
              "protocolMapper",
              "oidc-hardcoded-role-mapper",
              "config",
              Map.of("role", "isolated-realm." + role)));
    }
    Map<String, Object> client =
        Map.of(
            "clientId",
            "isolated-service",
            "secret",
            TestTenant.PASSWORD,
            "serviceAccountsEnabled",
            true,
            "fullScopeAllowed",
            true,
            "protocolMappers",
            mappers);
    master("POST", "/clients", client).orFail("Client");
    return master("GET", "/clients?clientId=isolated-service", null)
        .body()
        .get(0)
        .get("id")
        .asText();
  }

  @Test
  void aSupportSessionOfAnAdministratorMakesNoRealmAdministrator() {
    OperatorAccount operator = OperatorAccount.with("admin");
    operator.beginSupport(tenant, "manage-users", "view-users").orFail("Support");
    TestUser user = tenant.addUser("accomplice");
    String management =
        tenant
            .admin("GET", "/clients?clientId=realm-management", null)
            .body()
            .get(0)
            .get("id")
            .asText();
    String mappings = "/users/" + user.id() + "/role-mappings/clients/" + management;
    for (String right : List.of("realm-admin", "manage-realm", "manage-clients", "impersonation")) {
      JsonNode role =
          tenant.admin("GET", "/clients/" + management + "/roles/" + right, null).body();
      assertThat(operator.inTenant("POST", tenant, mappings, List.of(role)).status())
          .as(right)
          .isEqualTo(403);
    }
    assertThat(tenant.admin("GET", mappings, null).body()).isEmpty();
  }

  @Test
  void tokensOfASuspendedTenantOpenNothing() {
    TestTenant paused = TestTenant.open("suspended", "individual", "suspended.example");
    TestUser hanako = paused.addUser("hanako@suspended.example", Map.of("idAdministrator", true));
    String administrator = TestToken.of(hanako).get("access_token").asText();
    String service = serviceToken(paused);
    String users = SERVER + "/admin/realms/suspended/users";
    String ours = SERVER + "/admin/realms/suspended/sekisho/support-sessions";
    assertThat(Http.send("GET", users, null, administrator).status()).isEqualTo(200);
    assertThat(Http.send("GET", ours, null, administrator).status()).isEqualTo(200);
    assertThat(Http.send("GET", users, null, service).status()).isEqualTo(200);
    new Operator(SERVER)
        .send("POST", "/tenants/suspended/suspend", Map.of("ticket", "T-1"))
        .orFail("Suspending");
    for (String token : List.of(administrator, service)) {
      assertThat(Http.send("GET", users, null, token).status()).isEqualTo(401);
      assertThat(Http.send("GET", ours, null, token).status()).isEqualTo(401);
      assertThat(Http.send("GET", TestToken.userInfoUrl(paused), null, token).status())
          .isNotEqualTo(200);
    }
  }

  private static String serviceToken(TestTenant of) {
    JsonNode access =
        Http.send("POST", of.url() + "/test-access/administrator", null, null)
            .orFail("Test access")
            .body();
    return Http.postForm(
            of.url() + "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", access.get("clientId").asText(),
                "client_secret", access.get("secret").asText()))
        .orFail("Test access token")
        .body()
        .get("access_token")
        .asText();
  }

  @Test
  void theEmergencyLockStopsASignInThatHasPassedBothFactors() {
    TestUser user = tenant.addUser("underway");
    HttpBrowser browser =
        SignIn.withPassword(user)
            .submit(Map.of("phoneNumber", user.phoneAsTyped()))
            .submit(Map.of("code", Phone.code(user.phone())));
    assertThat(browser.shows("recovery")).isTrue();
    new Operator(SERVER)
        .send("POST", "/tenants/isolated/users/" + user.userId() + "/lock", Map.of("ticket", "T-1"))
        .orFail("Locking");
    browser.submit(Map.of("recovery", "later"));
    assertThat(browser.location()).doesNotStartWith(tenant.portalUrl());
    assertThat(tenant.admin("GET", "/users/" + user.id() + "/sessions", null).body()).isEmpty();
  }
}
