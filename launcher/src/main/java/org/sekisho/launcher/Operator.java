package org.sekisho.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks the operators' API, the same one that production uses. */
public final class Operator {

  /** Keycloak gives the tokens of its master realm a minute. */
  private static final Duration TOKEN_AGE = Duration.ofSeconds(20);

  /** By the server's address: each sign-in costs the server a password's hash. */
  private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

  private final String serverUrl;

  private record Token(String value, Instant since) {
    boolean isFresh() {
      return Instant.now().isBefore(since.plus(TOKEN_AGE));
    }
  }

  public Operator(String serverUrl) {
    this.serverUrl = serverUrl;
  }

  public Http.Answer openTenant(Map<String, ?> tenant) {
    return call("POST", tenants(), tenant);
  }

  public Http.Answer readTenant(String id) {
    return call("GET", tenants() + "/" + id, null);
  }

  public Http.Answer addUser(String tenant, Map<String, ?> user) {
    return call("POST", tenants() + "/" + tenant + "/users", user);
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
    return call(method, api() + path, body);
  }

  /** A server that has forgotten the session of the token is signed in to once more. */
  private Http.Answer call(String method, String url, Object body) {
    Http.Answer answer = Http.send(method, url, body, token());
    if (answer.status() != 401) {
      return answer;
    }
    TOKENS.remove(serverUrl);
    return Http.send(method, url, body, token());
  }

  /** Has the root sign an issuing CA for the devices of a tenant that has the option. */
  public void prepareDevices(String tenant, DevicePki pki) {
    String authorities = serverUrl + "/admin/realms/" + tenant + "/sekisho/devices/authorities";
    JsonNode request = call("POST", authorities, null).orFail("An issuing CA's request").body();
    call(
            "PUT",
            authorities + "/" + request.get("generation").asInt(),
            Map.of("certificate", pki.sign(request.get("request").asText())))
        .orFail("An issuing CA's certificate");
  }

  private String tenants() {
    return api() + "/tenants";
  }

  private String api() {
    return serverUrl + "/admin/realms/master/sekisho";
  }

  public String token() {
    return TOKENS
        .compute(
            serverUrl,
            (url, known) ->
                known != null && known.isFresh() ? known : new Token(signIn(), Instant.now()))
        .value();
  }

  private String signIn() {
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
