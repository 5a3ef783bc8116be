package org.sekisho.it;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sekisho.launcher.Http;

/** The portal as its pages use it: a token of its application, and calls with it. */
record Portal(TestTenant tenant, String token) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The pair of RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** The token of the user who is signed in at the browser. */
  static Portal of(TestTenant tenant, HttpBrowser browser) {
    browser.open(request(tenant));
    String code = browser.location().replaceFirst(".*[?&]code=([^&]+).*", "$1");
    String token =
        Http.postForm(
                tenant.url() + "/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    "account-console",
                    "redirect_uri",
                    tenant.portalUrl(),
                    "code_verifier",
                    VERIFIER,
                    "code",
                    code))
            .orFail("The portal's token")
            .body()
            .get("access_token")
            .asText();
    TestTenant.SECRETS.add(token);
    return new Portal(tenant, token);
  }

  static Portal of(TestUser user) {
    return of(user.tenant(), SignIn.firstTime(user));
  }

  static String request(TestTenant tenant) {
    return tenant.url()
        + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=account-console"
        + "&code_challenge_method=S256&code_challenge="
        + CHALLENGE
        + "&redirect_uri="
        + URLEncoder.encode(tenant.portalUrl(), StandardCharsets.UTF_8);
  }

  /** The request by which the portal's pages have something changed. */
  static String action(TestTenant tenant, String action) {
    return request(tenant) + "&kc_action=" + URLEncoder.encode(action, StandardCharsets.UTF_8);
  }

  Http.Answer get(String path) {
    return send("GET", path, null);
  }

  Http.Answer send(String method, String path, Object body) {
    return Http.send(method, url(tenant, path), body, token);
  }

  /** Keycloak's own account interface, with the same token. */
  Http.Answer account(String method, String path, Object body) {
    return Http.send(method, tenant.url() + "/account" + path, body, token);
  }

  /** With the headers; the token may be null. */
  static HttpResponse<String> response(String url, String token, String origin)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Origin", origin);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(
        request.method("GET", BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static String url(TestTenant tenant, String path) {
    return tenant.url() + "/sekisho/portal" + path;
  }
}
