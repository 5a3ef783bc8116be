package org.sekisho.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.Http;

/** The real tenant of a server: its users, and the tokens with which its history is read. */
final class HistoryTenant {

  /** Users who have tokens of their own; the first one is the ID administrator as well. */
  static final int CALLERS = 4;

  private static final String CLIENT = "benchmark";

  /** The pair of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final String serverUrl;
  private final String callback;
  private final SekishoTenant tenant;
  private final List<JsonNode> tokens = new ArrayList<>();

  HistoryTenant(String serverUrl, String callback) {
    this.serverUrl = serverUrl;
    this.callback = callback;
    this.tenant = new SekishoTenant(serverUrl);
  }

  void open(int users) {
    tenant.open(PasswordHash.LIGHT);
    tenant.addUsers(users);
  }

  void hashFully() {
    tenant.hashFully();
  }

  /** Signs the callers in, for the first time, and gets their tokens. */
  void signIn(Phone phone) {
    String admin = tenant.administratorToken();
    Map<String, Object> client =
        Map.of(
            "clientId",
            CLIENT,
            "publicClient",
            true,
            "standardFlowEnabled",
            true,
            "fullScopeAllowed",
            true,
            "redirectUris",
            List.of(callback));
    Http.send("POST", admin("/clients"), client, admin).orFail("Adding the client");
    makeAdministrator(admin);
    for (int number = 0; number < CALLERS; number++) {
      tokens.add(firstTokens(new BenchmarkUser(number), phone));
    }
  }

  private void makeAdministrator(String admin) {
    String search = "/users?exact=true&username=" + new BenchmarkUser(0).userId();
    String id =
        Http.send("GET", admin(search), null, admin)
            .orFail("User")
            .body()
            .path(0)
            .path("id")
            .asText();
    JsonNode role =
        Http.send("GET", admin("/roles/id-administrator"), null, admin).orFail("Role").body();
    Http.send("POST", admin("/users/" + id + "/role-mappings/realm"), List.of(role), admin)
        .orFail("Making an ID administrator");
  }

  private JsonNode firstTokens(BenchmarkUser user, Phone phone) {
    Browser browser = new Browser(HttpClient.newHttpClient(), serverUrl);
    browser
        .open(
            realm("/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=")
                + CLIENT
                + "&code_challenge_method=S256&code_challenge="
                + CHALLENGE
                + "&redirect_uri="
                + callback)
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", BenchmarkUser.PASSWORD));
    browser
        .submit(Map.of("code", phone.newestCode(user.phone())))
        .submit(Map.of("recovery", "later"))
        .requireCodeAt(callback);
    return tokens(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            CLIENT,
            "redirect_uri",
            callback,
            "code_verifier",
            VERIFIER,
            "code",
            browser.location().replaceFirst(".*[?&]code=([^&]+).*", "$1")));
  }

  /** Tokens are good for some minutes, and a session for some longer. */
  void refresh() {
    tokens.replaceAll(
        old ->
            tokens(
                Map.of(
                    "grant_type",
                    "refresh_token",
                    "client_id",
                    CLIENT,
                    "refresh_token",
                    old.get("refresh_token").asText())));
  }

  private JsonNode tokens(Map<String, String> form) {
    return Http.postForm(realm("/protocol/openid-connect/token"), form).orFail("Tokens").body();
  }

  /** Asks once; which users ask or are asked about follows from the number of the call. */
  JsonNode ask(HistoryQuestion question, int call, long now) {
    int caller = question.own ? call % CALLERS : 0;
    int about =
        question == HistoryQuestion.NO_SUCCESS ? HistoryRows.USERS : call % HistoryRows.USERS;
    return Http.send(
            "GET",
            serverUrl + question.path(new BenchmarkUser(about).userId(), now),
            null,
            tokens.get(caller).get("access_token").asText())
        .orFail(question.label)
        .body();
  }

  private String realm(String path) {
    return serverUrl + "/realms/" + SekishoTenant.ID + path;
  }

  private String admin(String path) {
    return serverUrl + "/admin/realms/" + SekishoTenant.ID + path;
  }
}
