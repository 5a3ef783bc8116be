package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ID administrator of a tenant who uses the settings API with real tokens. */
final class IdAdministrator {

  static final String CLIENT = "test-app";

  /** So old are messages, in seconds, that let the next one go at once. */
  private static final int LIMITS_FORGET = 600;

  /** Keycloak answers a server's question only about tokens that are meant for it. */
  private static final Map<String, ?> FOR_THE_MAIL_GATEWAY =
      Map.of(
          "name", "audience",
          "protocol", "openid-connect",
          "protocolMapper", "oidc-audience-mapper",
          "config",
              Map.of(
                  "included.client.audience", "mail-gateway",
                  "access.token.claim", "true",
                  "introspection.token.claim", "true"));

  final TestUser user;
  private final From from;
  private String token;
  private String refreshToken;

  private IdAdministrator(TestUser user, From from) {
    this.user = user;
    this.from = from;
  }

  /** Adds the administrator to the tenant and signs in for the first time. */
  static IdAdministrator of(TestTenant tenant, From from) {
    TestUser user = tenant.addUser("kanri");
    JsonNode role = tenant.admin("GET", "/roles/id-administrator", null).orFail("Role").body();
    user.admin("POST", "/role-mappings/realm", List.of(role)).orFail("Mapping the role");
    registerClient(tenant);
    IdAdministrator administrator = new IdAdministrator(user, from);
    administrator.use(
        tokens(from, tenant, SignIn.firstTime(from.browser().open(request(tenant)), user)));
    return administrator;
  }

  /** A public client with all scopes, as an application at the user's is. */
  static void registerClient(TestTenant tenant) {
    tenant.admin(
        "POST",
        "/clients",
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
            List.of(callback(tenant)),
            "protocolMappers",
            List.of(FOR_THE_MAIL_GATEWAY)));
  }

  static String request(TestTenant tenant) {
    return tenant.url()
        + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
        + CLIENT
        + Pkce.PARAMETERS
        + "&redirect_uri="
        + URLEncoder.encode(callback(tenant), StandardCharsets.UTF_8);
  }

  /** Exchanges the code that the browser has come back with. */
  static JsonNode tokens(From from, TestTenant tenant, HttpBrowser browser) {
    String code = browser.location().replaceFirst(".*[?&]code=([^&]+).*", "$1");
    JsonNode tokens =
        from.form(
                tokenUrl(tenant),
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    CLIENT,
                    "redirect_uri",
                    callback(tenant),
                    "code",
                    code,
                    "code_verifier",
                    Pkce.VERIFIER))
            .expect(200)
            .body();
    TestTenant.SECRETS.add(tokens.get("access_token").asText());
    return tokens;
  }

  /** Asks for new tokens, whether they are given or not. */
  static From.Reply refreshed(From from, TestTenant tenant, JsonNode tokens) {
    return from.form(
        tokenUrl(tenant),
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            CLIENT,
            "refresh_token",
            tokens.get("refresh_token").asText()));
  }

  static String tokenUrl(TestTenant tenant) {
    return tenant.url() + "/protocol/openid-connect/token";
  }

  private static String callback(TestTenant tenant) {
    return tenant.url() + "/test-access/callback";
  }

  /** A sign-in of today, with whatever the rules in force ask for. */
  void signInAnew() {
    waitForTheNextSecond();
    user.letMessagesAge(LIMITS_FORGET);
    HttpBrowser browser = SignIn.withPassword(from.browser().open(request(user.tenant())), user);
    if (browser.shows("code")) {
      browser.submit(Map.of("code", Phone.code(user.phone())));
    }
    use(tokens(from, user.tenant(), browser));
  }

  /** Stays signed in where sessions are short. */
  void refresh() {
    use(
        from.form(
                tokenUrl(user.tenant()),
                Map.of(
                    "grant_type", "refresh_token",
                    "client_id", CLIENT,
                    "refresh_token", refreshToken))
            .expect(200)
            .body());
  }

  private void use(JsonNode tokens) {
    token = tokens.get("access_token").asText();
    refreshToken = tokens.get("refresh_token").asText();
  }

  /** Times of proofs are whole seconds, and a proof in the second of a change is not after it. */
  private static void waitForTheNextSecond() {
    try {
      Thread.sleep(1_100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  From.Reply get(String path) {
    return call(from, "GET", path, null, null);
  }

  /** The tenant's login history. */
  From.Reply history(String path) {
    String base = user.tenant().url().replace("/realms/", "/admin/realms/");
    return from.send("GET", base + "/sekisho/login-history" + path, token, null, null);
  }

  /** The tenant's devices. */
  From.Reply devices(String method, String path, Object body) {
    String base = user.tenant().url().replace("/realms/", "/admin/realms/");
    return from.send(method, base + "/sekisho/devices" + path, token, null, body);
  }

  /** A file with invitations of devices. */
  From.Reply invitationFile(String path, String ifMatch, byte[] file) {
    String base = user.tenant().url().replace("/realms/", "/admin/realms/");
    String url = base + "/sekisho/devices/invitations/csv" + path;
    return from.sendFile("POST", url, token, ifMatch, "text/csv", file);
  }

  /** The tenant's applications. */
  From.Reply microsoft365(String method, String path, Object body) {
    String base = user.tenant().url().replace("/realms/", "/admin/realms/");
    return from.send(method, base + "/sekisho/microsoft365" + path, token, null, body);
  }

  From.Reply applications(String method, String path, String ifMatch, Object body) {
    String base = user.tenant().url().replace("/realms/", "/admin/realms/");
    return from.send(method, base + "/sekisho/applications" + path, token, ifMatch, body);
  }

  From.Reply post(String path, Object body) {
    return call(from, "POST", path, null, body);
  }

  /** Reads first, as a page does, and writes with the version that was read. */
  From.Reply put(String path, Map<String, ?> body) {
    Map<String, Object> withReason = new LinkedHashMap<>(body);
    withReason.putIfAbsent("reason", "検査");
    return call(from, "PUT", path, get(path).expect(200).etag(), withReason);
  }

  From.Reply call(From elsewhere, String method, String path, String ifMatch, Object body) {
    return elsewhere.send(method, url(path), token, ifMatch, body);
  }

  String token() {
    return token;
  }

  String url(String path) {
    return user.tenant().url().replace("/realms/", "/admin/realms/") + "/sekisho/settings" + path;
  }

  /** Puts rules in force and confirms them from a fresh sign-in. */
  void rule(List<String> networks, List<?> policies) {
    put("/networks", networks(networks)).expect(200);
    put("/login-policies", Map.of("policies", policies)).expect(200);
    signInAnew();
    post("/access-changes/confirm", null).expect(200);
  }

  static Map<String, Object> networks(List<String> networks) {
    return Map.of(
        "networks",
        networks.stream().map(network -> Map.of("network", network, "comment", "本社")).toList());
  }

  static Map<String, Object> policy(
      String name, List<String> groups, List<String> applications, Object trusted, Object others) {
    return Map.of(
        "name", name,
        "groups", groups,
        "applications", applications,
        "trusted", trusted,
        "others", others);
  }

  static final Map<String, Object> DENY = Map.of("deny", true);
  static final Map<String, Object> PASSWORD = Map.of("factors", List.of(List.of("password")));
  static final Map<String, Object> TWO =
      Map.of("factors", List.of(List.of("password"), List.of("sms", "totp")), "recoveryCode", true);

  static Map<String, Object> everybody(Object trusted, Object others) {
    return policy("Default", List.of(), List.of(), trusted, others);
  }
}
