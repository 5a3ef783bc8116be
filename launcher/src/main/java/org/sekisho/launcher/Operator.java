package org.sekisho.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Speaks the operators' API, the same one that production uses. */
public final class Operator {

  private final String serverUrl;

  public Operator(String serverUrl) {
    this.serverUrl = serverUrl;
  }

  public Http.Answer openTenant(Map<String, ?> tenant) {
    return Http.send("POST", tenants(), tenant, token());
  }

  public Http.Answer readTenant(String id) {
    return Http.send("GET", tenants() + "/" + id, null, token());
  }

  public Http.Answer addUser(String tenant, Map<String, ?> user) {
    return Http.send("POST", tenants() + "/" + tenant + "/users", user, token());
  }

  /** A support session with the right to manage users: for tenants that manage them themselves. */
  public Http.Answer supportUsers(String tenant, String reason) {
    return send(
        "POST",
        "/tenants/" + tenant + "/support-sessions",
        Map.of("ticket", "SETUP-1", "reason", reason, "rights", List.of("manage-users")));
  }

  /** Any other call; the path begins after {@code /admin/realms/master/sekisho}. */
  public Http.Answer send(String method, String path, Object body) {
    return Http.send(method, api() + path, body, token());
  }

  /** Has the root sign an issuing CA for the devices of a tenant that has the option. */
  public void prepareDevices(String tenant, DevicePki pki) {
    String authorities = serverUrl + "/admin/realms/" + tenant + "/sekisho/devices/authorities";
    JsonNode request =
        Http.send("POST", authorities, null, token()).orFail("An issuing CA's request").body();
    Http.send(
            "PUT",
            authorities + "/" + request.get("generation").asInt(),
            Map.of("certificate", pki.sign(request.get("request").asText())),
            token())
        .orFail("An issuing CA's certificate");
  }

  private String tenants() {
    return api() + "/tenants";
  }

  private String api() {
    return serverUrl + "/admin/realms/master/sekisho";
  }

  public String token() {
    JsonNode answer =
        Http.postForm(
                serverUrl + "/realms/master/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    Credentials.OPERATOR,
                    "password",
                    Credentials.OPERATOR_PASSWORD))
            .orFail("The operator's sign-in")
            .body();
    return answer.get("access_token").asText();
  }
}
