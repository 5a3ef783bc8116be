package org.sekisho.it;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.Http;

/** An application that speaks OpenID Connect; what it gets is read from the address. */
record OidcApplication(TestTenant tenant, String clientId, boolean isPublic) {

  static final String SECRET = "sekisho-it-application-secret";

  static OidcApplication register(TestTenant tenant, String clientId, boolean isPublic) {
    TestTenant.SECRETS.add(SECRET);
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("clientId", clientId);
    client.put("publicClient", isPublic);
    client.put("standardFlowEnabled", true);
    client.put("directAccessGrantsEnabled", false);
    client.put("fullScopeAllowed", false);
    client.put("redirectUris", List.of(callback(tenant)));
    client.put("defaultClientScopes", List.of("basic", "acr", "profile"));
    client.put(
        "attributes",
        Map.of(
            "pkce.code.challenge.method", "S256", "post.logout.redirect.uris", callback(tenant)));
    client.put(
        "protocolMappers",
        List.of(
            Map.of(
                "name", "amr",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-amr-mapper",
                "config", Map.of("id.token.claim", "true", "access.token.claim", "true"))));
    if (!isPublic) {
      client.put("secret", SECRET);
    }
    tenant.admin("POST", "/clients", client).orFail("Registering " + clientId);
    return new OidcApplication(tenant, clientId, isPublic);
  }

  /** A page of the tenant that answers 404 and leaves the address as it is. */
  static String callback(TestTenant tenant) {
    return tenant.url() + "/test-access/callback";
  }

  String callback() {
    return callback(tenant);
  }

  /** A right authorization request. */
  String request() {
    return endpoint("auth") + "?" + query(callback()) + Pkce.PARAMETERS;
  }

  String query(String redirectUri) {
    return "response_type=code&scope=openid&state=s&client_id="
        + clientId
        + "&redirect_uri="
        + SamlMessages.encode(redirectUri);
  }

  String endpoint(String name) {
    return tenant.url() + "/protocol/openid-connect/" + name;
  }

  static String codeIn(HttpBrowser browser) {
    if (!browser.location().contains("code=")) {
      throw new AssertionError("no code at " + browser.location() + ":\n" + browser.text());
    }
    return browser.location().replaceFirst(".*[?&]code=([^&]+).*", "$1");
  }

  Http.Answer exchange(String code, String verifier) {
    Map<String, String> form = form("authorization_code");
    form.put("redirect_uri", callback());
    form.put("code", code);
    if (verifier != null) {
      form.put("code_verifier", verifier);
    }
    return token(form);
  }

  Http.Answer refresh(String refreshToken) {
    Map<String, String> form = form("refresh_token");
    form.put("refresh_token", refreshToken);
    return token(form);
  }

  private Http.Answer token(Map<String, String> form) {
    Http.Answer answer = Http.postForm(endpoint("token"), form);
    if (answer.status() == 200) {
      TestTenant.SECRETS.add(answer.body().get("access_token").asText());
    }
    return answer;
  }

  private Map<String, String> form(String grant) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", grant);
    form.put("client_id", clientId);
    if (!isPublic) {
      form.put("client_secret", SECRET);
    }
    return form;
  }

  int userInfo(String accessToken) {
    return Http.send("GET", endpoint("userinfo"), null, accessToken).status();
  }
}
