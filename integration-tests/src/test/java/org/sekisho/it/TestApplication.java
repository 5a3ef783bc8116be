package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.Http;

/** An OpenID Connect application that an ID administrator has added, and what it asks for. */
record TestApplication(TestTenant tenant, String id, String clientId, String secret) {

  /** The pair of RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  static Map<String, Object> wish(TestTenant tenant, String clientId, List<String> groups) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("catalogue", "openid-connect");
    wish.put("name", Map.of("ja", "給与明細 " + clientId, "en", "Payroll " + clientId));
    wish.put("startUrl", "https://payroll.example/" + clientId);
    wish.put("groups", groups);
    wish.put("reason", "検査");
    wish.put(
        "openIdConnect", Map.of("clientId", clientId, "redirectUris", List.of(callback(tenant))));
    return wish;
  }

  static TestApplication add(IdAdministrator administrator, String clientId, String... groups) {
    TestTenant tenant = administrator.user.tenant();
    return add(administrator, clientId, wish(tenant, clientId, List.of(groups)));
  }

  /** For everybody, and told of sign-outs by the back channel. */
  static TestApplication addTold(IdAdministrator administrator, String clientId, String url) {
    TestTenant tenant = administrator.user.tenant();
    Map<String, Object> wish = wish(tenant, clientId, List.of());
    wish.put("everybody", true);
    wish.put(
        "openIdConnect",
        Map.of(
            "clientId",
            clientId,
            "redirectUris",
            List.of(callback(tenant)),
            "backchannelLogoutUrl",
            url));
    return add(administrator, clientId, wish);
  }

  private static TestApplication add(
      IdAdministrator administrator, String clientId, Map<String, Object> wish) {
    TestTenant tenant = administrator.user.tenant();
    JsonNode added = administrator.applications("POST", "", null, wish).expect(201).body();
    TestTenant.SECRETS.add(added.get("secret").asText());
    return new TestApplication(
        tenant, added.get("id").asText(), clientId, added.get("secret").asText());
  }

  static String callback(TestTenant tenant) {
    return tenant.url() + "/test-access/callback";
  }

  String request() {
    return tenant.url()
        + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
        + clientId
        + "&code_challenge_method=S256&code_challenge="
        + CHALLENGE
        + "&redirect_uri="
        + URLEncoder.encode(callback(tenant), StandardCharsets.UTF_8);
  }

  /** Exchanges the code that the browser has come back with. */
  JsonNode tokens(HttpBrowser browser) {
    String code = browser.location().replaceFirst(".*[?&]code=([^&]+).*", "$1");
    JsonNode tokens =
        token(
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "redirect_uri",
                    callback(tenant),
                    "code_verifier",
                    VERIFIER,
                    "code",
                    code))
            .orFail("Tokens")
            .body();
    TestTenant.SECRETS.add(tokens.get("access_token").asText());
    return tokens;
  }

  Http.Answer refresh(JsonNode tokens) {
    return token(
        Map.of(
            "grant_type", "refresh_token", "refresh_token", tokens.get("refresh_token").asText()));
  }

  Http.Answer token(Map<String, String> form) {
    return post("/protocol/openid-connect/token", form);
  }

  /** Ends what is open at the server for this application, and says nothing to anybody. */
  Http.Answer revoke(JsonNode tokens) {
    return post(
        "/protocol/openid-connect/revoke", Map.of("token", tokens.get("refresh_token").asText()));
  }

  private Http.Answer post(String path, Map<String, String> form) {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("client_id", clientId);
    whole.put("client_secret", secret);
    return Http.postForm(tenant.url() + path, whole);
  }

  TestApplication withSecret(String other) {
    return new TestApplication(tenant, id, clientId, other);
  }
}
