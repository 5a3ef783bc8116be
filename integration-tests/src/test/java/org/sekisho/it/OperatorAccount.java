package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** An operator of a test's own: a user of the master realm with one of the operators' roles. */
final class OperatorAccount {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String MASTER = Setup.PORTS.serverUrl() + "/admin/realms/master";
  static final String API = MASTER + "/sekisho";

  final String name;
  final String id;

  private OperatorAccount(String name, String id) {
    this.name = name;
    this.id = id;
  }

  /** Makes one as the documentation says: by the bootstrap's administrator, in the master realm. */
  static OperatorAccount with(String role) {
    String name = "operator-" + NUMBERS.incrementAndGet();
    String token = new Operator(Setup.PORTS.serverUrl()).token();
    Http.send("POST", MASTER + "/users", user(name), token).orFail("Making an operator");
    String id =
        Http.send("GET", MASTER + "/users?exact=true&username=" + name, null, token)
            .body()
            .get(0)
            .get("id")
            .asText();
    if (role != null) {
      JsonNode found = Http.send("GET", MASTER + "/roles/" + role, null, token).body();
      Http.send("POST", MASTER + "/users/" + id + "/role-mappings/realm", List.of(found), token)
          .orFail("Giving the role " + role);
    }
    return new OperatorAccount(name, id);
  }

  private static Map<String, ?> user(String name) {
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@provider.example",
        "firstName",
        "Oka",
        "lastName",
        "Operator",
        "credentials",
        List.of(Map.of("type", "password", "value", TestTenant.PASSWORD, "temporary", false)));
  }

  void takeRole(String role) {
    String administrator = new Operator(Setup.PORTS.serverUrl()).token();
    JsonNode found = Http.send("GET", MASTER + "/roles/" + role, null, administrator).body();
    Http.send(
            "DELETE",
            MASTER + "/users/" + id + "/role-mappings/realm",
            List.of(found),
            administrator)
        .orFail("Taking the role " + role);
  }

  String token() {
    return Http.postForm(
            Setup.PORTS.serverUrl() + "/realms/master/protocol/openid-connect/token",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                name,
                "password",
                TestTenant.PASSWORD))
        .orFail("The operator's sign-in")
        .body()
        .get("access_token")
        .asText();
  }

  /** A call of the operators' API. */
  Http.Answer send(String method, String path, Object body) {
    return Http.send(method, API + path, body, token());
  }

  /** A call of Keycloak's own Admin REST API on a tenant. */
  Http.Answer inTenant(String method, TestTenant tenant, String path, Object body) {
    return Http.send(
        method, Setup.PORTS.serverUrl() + "/admin/realms/" + tenant.id + path, body, token());
  }

  Http.Answer beginSupport(TestTenant tenant, String... rights) {
    return send(
        "POST",
        "/tenants/" + tenant.id + "/support-sessions",
        Map.of("ticket", "T-4711", "reason", "利用者からの問い合わせ", "rights", rights));
  }
}
