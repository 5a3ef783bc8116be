package org.sekisho.launcher;

import com.fasterxml.jackson.databind.JsonNode;
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

  private String tenants() {
    return serverUrl + "/admin/realms/master/sekisho/tenants";
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
