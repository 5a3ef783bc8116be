package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.Http;

/** Tokens of a tenant's user, got by a real sign-in at a public client with all scopes. */
final class TestToken {

  private static final String CLIENT = "test-app";

  private TestToken() {}

  /** The answer of the token endpoint after a first sign-in with password and SMS code. */
  static JsonNode of(TestUser user) {
    TestTenant tenant = user.tenant();
    String callback = tenant.url() + "/test-access/callback";
    tenant.admin(
        "POST",
        "/clients",
        Map.of(
            "clientId", CLIENT,
            "publicClient", true,
            "standardFlowEnabled", true,
            "fullScopeAllowed", true,
            "redirectUris", List.of(callback)));
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(request(tenant, callback)), user);
    String code = browser.location().replaceFirst(".*[?&]code=([^&]+).*", "$1");
    return exchange(
        tenant,
        Map.of(
            "grant_type", "authorization_code",
            "client_id", CLIENT,
            "redirect_uri", callback,
            "code", code,
            "code_verifier", Pkce.VERIFIER));
  }

  static Http.Answer refresh(TestTenant tenant, JsonNode tokens) {
    return refresh(endpoint(tenant), tokens);
  }

  /** At another node than the one that the tenant is asked at otherwise. */
  static Http.Answer refreshAt(String serverUrl, TestTenant tenant, JsonNode tokens) {
    return refresh(serverUrl + "/realms/" + tenant.id + "/protocol/openid-connect/token", tokens);
  }

  private static Http.Answer refresh(String endpoint, JsonNode tokens) {
    return Http.postForm(
        endpoint,
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            CLIENT,
            "refresh_token",
            tokens.get("refresh_token").asText()));
  }

  static String userInfoUrl(TestTenant tenant) {
    return tenant.url() + "/protocol/openid-connect/userinfo";
  }

  private static JsonNode exchange(TestTenant tenant, Map<String, String> form) {
    JsonNode tokens = Http.postForm(endpoint(tenant), form).orFail("Tokens").body();
    TestTenant.SECRETS.add(tokens.get("access_token").asText());
    return tokens;
  }

  private static String request(TestTenant tenant, String callback) {
    return URI.create(tenant.url() + "/protocol/openid-connect/auth")
        + "?response_type=code&scope=openid&client_id="
        + CLIENT
        + Pkce.PARAMETERS
        + "&redirect_uri="
        + URLEncoder.encode(callback, StandardCharsets.UTF_8);
  }

  private static String endpoint(TestTenant tenant) {
    return tenant.url() + "/protocol/openid-connect/token";
  }
}
