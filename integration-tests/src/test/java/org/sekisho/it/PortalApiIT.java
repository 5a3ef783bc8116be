package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.launcher.Http;

/** What the portal's pages read: the caller's own, and nothing for anybody else. */
@ExtendWith(Setup.class)
class PortalApiIT {

  private static final String ELSEWHERE = "https://elsewhere.example";

  private static TestTenant tenant;
  private static TestUser user;
  private static Portal portal;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
    user = tenant.addUser("portal");
    ObjectNode entry = (ObjectNode) user.admin("GET", "", null).body();
    entry.put("email", "portal@elsewhere.example");
    ((ObjectNode) entry.get("attributes")).putArray("department").add("営業部");
    user.admin("PUT", "", entry).orFail("Filling in the entry");
    portal = Portal.of(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/applications", "/security", "/profile"})
  void nothingIsAnsweredWithoutAToken(String path) throws Exception {
    for (String token : new String[] {null, "nonsense", "a.b.c", portal.token() + "x"}) {
      HttpResponse<String> answer = Portal.response(Portal.url(tenant, path), token, ELSEWHERE);
      assertThat(answer.statusCode()).as(token).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/applications", "/security", "/profile"})
  void noOtherSiteMayReadAndNothingIsKept(String path) throws Exception {
    HttpResponse<String> answer =
        Portal.response(Portal.url(tenant, path), portal.token(), ELSEWHERE);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().map().keySet())
        .noneMatch(header -> header.toLowerCase(java.util.Locale.ROOT).contains("allow-origin"));
  }

  @Test
  void aTokenOfAnotherTenantIsRefused() {
    Portal foreign = Portal.of(TestTenant.open().addUser("portal"));
    assertThat(new Portal(tenant, foreign.token()).get("/profile").status()).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNotMeantForTheAccountIsRefused() {
    TestUser other = tenant.addUser("audience");
    registerNarrowClient("narrow");
    HttpBrowser browser = SignIn.firstTime(other);
    String code =
        browser
            .open(
                tenant.url()
                    + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                    + "&client_id=narrow"
                    + Pkce.PARAMETERS
                    + "&redirect_uri="
                    + callback())
            .location()
            .replaceFirst(".*[?&]code=([^&]+).*", "$1");
    String token =
        Http.postForm(
                tenant.url() + "/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    "narrow",
                    "redirect_uri",
                    callback(),
                    "code",
                    code,
                    "code_verifier",
                    Pkce.VERIFIER))
            .orFail("A token")
            .body()
            .get("access_token")
            .asText();
    TestTenant.SECRETS.add(token);
    assertThat(new Portal(tenant, token).get("/profile").status()).isEqualTo(401);
  }

  private static void registerNarrowClient(String id) {
    tenant
        .admin(
            "POST",
            "/clients",
            Map.of(
                "clientId", id,
                "publicClient", true,
                "standardFlowEnabled", true,
                "fullScopeAllowed", false,
                "redirectUris", List.of(callback())))
        .orFail("A client");
  }

  private static String callback() {
    return tenant.url() + "/test-access/callback";
  }

  @Test
  void whoHasNotTheAccountsRolesIsRefused() {
    TestUser stripped = tenant.addUser("stripped");
    HttpBrowser browser = SignIn.firstTime(stripped);
    for (JsonNode role : stripped.admin("GET", "/role-mappings/realm", null).body()) {
      stripped.admin("DELETE", "/role-mappings/realm", List.of(role)).orFail("Taking a role");
    }
    JsonNode account =
        tenant.admin("GET", "/clients?clientId=account", null).body().get(0).get("id");
    String roles = "/clients/" + account.asText() + "/roles/view-groups";
    JsonNode viewGroups = tenant.admin("GET", roles, null).body();
    stripped
        .admin("POST", "/role-mappings/clients/" + account.asText(), List.of(viewGroups))
        .orFail("Mapping a role");
    Http.Answer refused = Portal.of(tenant, browser).get("/profile");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().get("type").asText()).endsWith(":not-allowed");
  }

  @Test
  void aServiceIsNobodyWhoHasAPortal() {
    assertThat(new Portal(tenant, tenant.adminToken()).get("/profile").status()).isEqualTo(403);
  }

  @Test
  void thePortalGetsNoTokenThatOutlivesTheSession() {
    HttpBrowser browser = SignIn.firstTime(tenant.addUser("offline"));
    browser.open(Portal.request(tenant).replace("scope=openid", "scope=openid%20offline_access"));
    assertThat(browser.location()).contains("error=invalid_scope");
  }

  @Test
  void aDisabledUserAndAnEndedSessionReadNothing() {
    TestUser leaver = tenant.addUser("leaver");
    Portal left = Portal.of(leaver);
    assertThat(left.get("/profile").status()).isEqualTo(200);
    leaver.admin("POST", "/logout", Map.of()).orFail("Ending the sessions");
    assertThat(left.get("/profile").status()).isEqualTo(401);

    TestUser disabled = tenant.addUser("off");
    Portal off = Portal.of(disabled);
    disabled.admin("PUT", "", Map.of("enabled", false)).orFail("Disabling");
    assertThat(off.get("/profile").status()).isEqualTo(401);
  }

  @Test
  void theTilesAreTheTenantsApplicationsThatLeadSomewhere() {
    JsonNode tiles = portal.get("/applications").orFail("Tiles").body();
    assertThat(tiles.findValuesAsText("id")).contains("mail-gateway").doesNotContain("main-menu");
    tiles.forEach(
        tile -> {
          assertThat(tile.get("url").asText()).startsWith("http");
          assertThat(tile.get("icon").asText()).isIn("mail", "microsoft-365", "application");
        });
  }

  @Test
  void everybodySeesTheOwnEntryInTheDirectory() {
    JsonNode profile = portal.get("/profile").orFail("Profile").body();
    assertThat(profile.get("userId").asText()).isEqualTo(user.userId());
    assertThat(profile.get("department").asText()).isEqualTo("営業部");
    assertThat(profile.get("email").asText()).isEqualTo("portal@elsewhere.example");
    JsonNode other = Portal.of(tenant.addUser("other")).get("/profile").body();
    assertThat(other.get("userId").asText()).isEqualTo("other@" + tenant.domain);
    assertThat(other.get("department").isNull()).isTrue();
  }

  @Test
  void theNumberOfThePhoneIsNowhereInFull() {
    portal
        .account("PUT", "/credentials/" + phoneId() + "/label", user.phone())
        .orFail("A label of one's own");
    JsonNode security = portal.get("/security").orFail("Security").body();
    String masked = security.get("phone").get("masked").asText();
    assertThat(masked).startsWith("+81").endsWith(user.phone().substring(9)).contains("*");
    assertThat(security.get("password").get("changedAt").asLong()).isPositive();
    for (String path : List.of("/applications", "/security", "/profile")) {
      assertThat(portal.get(path).body().toString()).doesNotContain(user.phone().substring(3));
    }
    for (String path : List.of("", "/credentials", "/sessions/devices")) {
      Http.Answer answer = portal.account("GET", path, null).orFail("Account " + path);
      assertThat(answer.body().toString()).as(path).doesNotContain(user.phone().substring(3));
    }
  }

  @Test
  void theLanguageCanBeChosenAndNothingElse() {
    TestUser reader = tenant.addUser("reader");
    Portal own = Portal.of(reader);
    for (Object body : List.of(Map.of("locale", "fr"), Map.of("locale", ""), Map.of())) {
      assertThat(own.send("PUT", "/profile/locale", body).status()).isEqualTo(400);
    }
    assertThat(
            own.send("PUT", "/profile/locale", Map.of("locale", "en"))
                .body()
                .get("locale")
                .asText())
        .isEqualTo("en");
    assertThat(attributes(reader).get("locale").get(0).asText()).isEqualTo("en");
    assertThat(
            tenant.hasEvent("UPDATE_PROFILE", e -> e.path("userId").asText().equals(reader.id())))
        .isTrue();
  }

  @Test
  void theAccountInterfaceChangesNothingElseOfTheEntryEither() {
    TestUser writer = tenant.addUser("writer");
    Portal own = Portal.of(writer);
    JsonNode before = writer.admin("GET", "", null).body();

    for (Map<String, ?> change :
        List.of(
            Map.of("lastName", "別人"),
            Map.of("email", "writer@elsewhere.example"),
            Map.of("username", "other@" + tenant.domain),
            Map.of("attributes", Map.of("company", List.of("別会社"))),
            Map.of("attributes", Map.of("smsPhone", List.of(TestTenant.nextPhone()))),
            Map.of("attributes", Map.of("immutableId", List.of("aaaaaaaaaaaaaaaaaaaaaa=="))),
            Map.of("attributes", Map.of("unknown", List.of("x"))))) {
      Map<String, Object> entry =
          new HashMap<>(
              own.account("GET", "", null).body().properties().stream()
                  .collect(
                      java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
      entry.remove("userProfileMetadata");
      entry.putAll(change);
      int status = own.account("POST", "", entry).status();
      assertThat(status).as(change + "").isIn(204, 400);
    }

    assertThat(writer.admin("GET", "", null).body()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE_PROFILE",
        "UPDATE_EMAIL",
        "VERIFY_PROFILE",
        "TERMS_AND_CONDITIONS",
        "idp_link",
        "webauthn-register-passwordless"
      })
  void noOtherActionCanBeBegun(String action) {
    TestUser actor = tenant.addUser("actor" + action.toLowerCase(java.util.Locale.ROOT));
    HttpBrowser browser = SignIn.firstTime(actor);
    browser.open(Portal.action(tenant, action));
    assertThat(browser.location()).contains("kc_action_status=error");
  }

  @Test
  void whatCanBeBegunIsWhatThePortalOffers() {
    List<String> begun = new ArrayList<>();
    for (JsonNode action : tenant.admin("GET", "/authentication/required-actions", null).body()) {
      if (action.get("enabled").asBoolean()) {
        begun.add(action.get("alias").asText());
      }
    }
    assertThat(begun)
        .containsExactlyInAnyOrder(
            "CONFIGURE_RECOVERY_AUTHN_CODES",
            "CONFIGURE_TOTP",
            "UPDATE_PASSWORD",
            "VERIFY_EMAIL",
            "delete_credential",
            "sekisho-password-expiry-notice",
            "sekisho-phone",
            "update_user_locale",
            "webauthn-register");
  }

  private static String phoneId() {
    for (JsonNode credential : user.admin("GET", "/credentials", null).body()) {
      if (credential.get("type").asText().equals("sekisho-sms")) {
        return credential.get("id").asText();
      }
    }
    throw new AssertionError("no phone");
  }

  private static JsonNode attributes(TestUser user) {
    return user.admin("GET", "", null).body().get("attributes");
  }
}
