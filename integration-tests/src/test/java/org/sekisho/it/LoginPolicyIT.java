package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OFFICE_V6;
import static org.sekisho.it.From.OUTSIDE;
import static org.sekisho.it.IdAdministrator.DENY;
import static org.sekisho.it.IdAdministrator.PASSWORD;
import static org.sekisho.it.IdAdministrator.TWO;
import static org.sekisho.it.IdAdministrator.everybody;
import static org.sekisho.it.IdAdministrator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/** Who gets in from where, with real sign-ins and real tokens. */
@ExtendWith(Setup.class)
class LoginPolicyIT {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final List<String> OFFICES = List.of("203.0.113.0/24", "2001:db8:1::/48");

  private final TestTenant tenant = open();
  private final IdAdministrator administrator = IdAdministrator.of(tenant, OFFICE);

  private static TestTenant open() {
    int number = NUMBERS.incrementAndGet();
    return TestTenant.open("lp" + number, "individual", "lp" + number + ".example").withoutTls();
  }

  @Test
  void theOfficeNeedsNoCodeAndEverywhereElseDoes() {
    TestUser user = tenant.addUser("hanako");
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user);
    administrator.rule(OFFICES, List.of(everybody(PASSWORD, TWO)));

    for (From office : List.of(OFFICE, OFFICE_V6, new From("::ffff:203.0.113.9"))) {
      assertThat(signIn(office, user).location())
          .as(office.address())
          .startsWith(tenant.portalUrl());
    }
    HttpBrowser outside = signIn(OUTSIDE, user);
    assertThat(outside.shows("code")).isTrue();
    assertThat(outside.submit(Map.of("code", Phone.code(user.phone()))).location())
        .startsWith(tenant.portalUrl());
  }

  @Test
  void aPhoneIsRegisteredAtTheOfficeThoughNoCodeIsAskedThere() {
    administrator.rule(OFFICES, List.of(everybody(PASSWORD, TWO)));

    HttpBrowser first = SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user("jiro"));

    assertThat(first.location()).startsWith(tenant.portalUrl());
  }

  @Test
  void aCookieIsWorthNothingAtARefusedAddress() {
    TestUser user = user("hanako");
    HttpBrowser browser = SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user);
    administrator.rule(OFFICES, List.of(everybody(TWO, DENY)));
    assertThat(browser.open(tenant.menuUrl()).location()).startsWith(tenant.portalUrl());

    browser.withHeader("X-Forwarded-For", OUTSIDE.address()).open(tenant.menuUrl());

    assertThat(browser.status()).isEqualTo(403);
    String reference = browser.text().replaceFirst("(?s).*reference number: (\\w{10}).*", "$1");
    JsonNode refusal = administrator.get("/refusals/" + reference).expect(200).body();
    assertThat(refusal.get("policy").asText()).isEqualTo("Default");
    assertThat(refusal.get("zone").asText()).isEqualTo("OTHERS");
    assertThat(refusal.get("address").asText()).isEqualTo(OUTSIDE.address());
    assertThat(refusal.get("error").asText()).isEqualTo("address_refused");
    assertThat(refusal.get("remedy").get("ja").asText()).contains("信頼するネットワーク");
    assertThat(
            browser
                .withHeader("X-Forwarded-For", OFFICE.address())
                .open(tenant.menuUrl())
                .location())
        .startsWith(tenant.portalUrl());
  }

  @Test
  void theRefusalIsReadableInBothLanguagesAndOnAPhone() {
    administrator.rule(OFFICES, List.of(everybody(TWO, DENY)));
    try (RealBrowser browser = new RealBrowser()) {
      for (String language : List.of("ja", "en")) {
        for (int width : List.of(1_280, 390)) {
          Page page = browser.window(language, width);
          page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", OUTSIDE.address()));
          page.navigate(tenant.menuUrl());
          assertThat(page.textContent("body"))
              .contains(language.equals("ja") ? "参照番号" : "reference number");
          browser.screenshot("address-refused-" + language + "-" + width);
          assertThat(browser.accessibilityFaults()).isEmpty();
          assertThat(browser.overflows()).isFalse();
        }
      }
      assertThat(browser.policyViolations()).isEmpty();
    }
  }

  @Test
  void nobodyIsAskedForANameWhereNobodyMayEnter() {
    administrator.rule(OFFICES, List.of(everybody(TWO, DENY)));

    HttpBrowser outside = OUTSIDE.browser().open(tenant.menuUrl());

    assertThat(outside.status()).isEqualTo(403);
    assertThat(outside.shows("username")).isFalse();
  }

  @Test
  void tokensAreWorthNothingAtARefusedAddress() {
    TestUser user = user("hanako");
    JsonNode tokens =
        IdAdministrator.tokens(
            OFFICE,
            tenant,
            SignIn.firstTime(OFFICE.browser().open(IdAdministrator.request(tenant)), user));
    administrator.rule(OFFICES, List.of(everybody(TWO, DENY)));

    From.Reply refused = refresh(OUTSIDE, tokens);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("error").asText()).isEqualTo("invalid_grant");
    String reference = refused.body().get("error_description").asText().replaceFirst(".*: ", "");
    assertThat(
            administrator.get("/refusals/" + reference).expect(200).body().get("userId").asText())
        .isEqualTo(user.userId());
    String access = tokens.get("access_token").asText();
    String userInfo = tenant.url() + "/protocol/openid-connect/userinfo";
    assertThat(OUTSIDE.send("GET", userInfo, access, null, null).status()).isEqualTo(403);
    assertThat(OUTSIDE.form(userInfo, Map.of("access_token", access)).status()).isEqualTo(400);
    assertThat(OUTSIDE.send("GET", tenant.url() + "/account", access, null, null).problem())
        .isEqualTo("access-refused");
    assertThat(administrator.call(OUTSIDE, "GET", "", null, null).problem())
        .isEqualTo("access-refused");

    assertThat(introspection(OUTSIDE, access).body().path("active").asBoolean()).isTrue();
    assertThat(OFFICE.send("GET", userInfo, access, null, null).status()).isEqualTo(200);
    assertThat(refresh(OFFICE, tokens).status()).isEqualTo(200);
  }

  @Test
  void aServerLearnsThatTheSessionIsNotAdmittedAnyMore() {
    JsonNode tokens =
        IdAdministrator.tokens(
            OUTSIDE,
            tenant,
            SignIn.firstTime(
                OUTSIDE.browser().open(IdAdministrator.request(tenant)), user("hanako")));
    String access = tokens.get("access_token").asText();
    assertThat(introspection(OFFICE, access).body().path("active").asBoolean()).isTrue();

    administrator.rule(OFFICES, List.of(everybody(TWO, DENY)));

    assertThat(introspection(OFFICE, access).status()).isEqualTo(400);
  }

  @Test
  void aTokenOfTheOfficeIsNotRenewedWhereMoreIsAsked() {
    TestUser user = user("hanako");
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user);
    administrator.rule(OFFICES, List.of(everybody(PASSWORD, TWO)));
    HttpBrowser browser =
        SignIn.withPassword(OFFICE.browser().open(IdAdministrator.request(tenant)), user);
    JsonNode tokens = IdAdministrator.tokens(OFFICE, tenant, browser);

    assertThat(refresh(OUTSIDE, tokens).status()).isEqualTo(400);
    assertThat(refresh(OFFICE, tokens).status()).isEqualTo(200);
  }

  @Test
  void aGroupHasRulesOfItsOwn() {
    TestUser clerk = user("hanako");
    TestUser partTimer = user("jiro");
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), clerk);
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), partTimer);
    tenant.admin("POST", "/groups", Map.of("name", "パート")).orFail("Group");
    String parent = tenant.admin("GET", "/groups", null).body().get(0).get("id").asText();
    tenant.admin("POST", "/groups/" + parent + "/children", Map.of("name", "大阪")).orFail("Child");
    String child =
        tenant
            .admin("GET", "/groups/" + parent + "/children", null)
            .body()
            .get(0)
            .get("id")
            .asText();
    partTimer.admin("PUT", "/groups/" + child, null).orFail("Joining");
    administrator.rule(
        OFFICES,
        List.of(
            policy("パート", List.of("/パート"), List.of(), PASSWORD, DENY), everybody(PASSWORD, TWO)));

    HttpBrowser refused = signIn(OUTSIDE, partTimer);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("reference number");
    assertThat(signIn(OFFICE, partTimer).location()).startsWith(tenant.portalUrl());
    assertThat(signIn(OUTSIDE, clerk).shows("code")).isTrue();
  }

  @Test
  void aGroupThatAPolicyIsForStays() {
    tenant.admin("POST", "/groups", Map.of("name", "厳格")).orFail("Group");
    String parent = tenant.admin("GET", "/groups", null).body().get(0).get("id").asText();
    tenant.admin("POST", "/groups/" + parent + "/children", Map.of("name", "大阪")).orFail("Child");
    Map<String, ?> policies =
        Map.of(
            "policies",
            List.of(policy("大阪", List.of("/厳格/大阪"), List.of(), TWO, DENY), everybody(TWO, TWO)));
    administrator.put("/login-policies", policies).expect(200);

    Http.Answer refused = tenant.admin("DELETE", "/groups/" + parent, null);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("type").asText()).endsWith(":group-in-use");
    assertThat(refused.body().get("policies").get(0).asText()).isEqualTo("大阪");
    assertThat(tenant.admin("GET", "/groups/" + parent + "/children", null).body()).hasSize(1);
    administrator.post("/access-changes/revert", null).expect(200);
    tenant.admin("DELETE", "/groups/" + parent, null).orFail("Deleting what no policy names");
  }

  @Test
  void aServerIsJudgedByWhereItsUserCameFromLast() {
    OidcApplication server = OidcApplication.register(tenant, "server", false);
    HttpBrowser browser = SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user("hanako"));
    String outside = refreshToken(server, browser.withHeader("X-Forwarded-For", OUTSIDE.address()));
    administrator.rule(OFFICES, List.of(everybody(TWO, DENY)));

    assertThat(server.refresh(outside).status()).as("entered from outside").isEqualTo(400);

    String office = refreshToken(server, browser.withHeader("X-Forwarded-For", OFFICE.address()));
    assertThat(server.refresh(office).status()).as("entered from the office").isEqualTo(200);
  }

  private static String refreshToken(OidcApplication application, HttpBrowser browser) {
    String code = OidcApplication.codeIn(browser.open(application.request()));
    return application
        .exchange(code, Pkce.VERIFIER)
        .orFail("Tokens")
        .body()
        .get("refresh_token")
        .asText();
  }

  @Test
  void oneApplicationAsksForMoreAndOnlyForWhatIsMissing() {
    TestUser user = user("hanako");
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user);
    administrator.rule(
        OFFICES,
        List.of(
            policy("厳格", List.of(), List.of(IdAdministrator.CLIENT), TWO, TWO),
            everybody(PASSWORD, TWO)));
    HttpBrowser browser = signIn(OFFICE, user);
    assertThat(browser.location()).startsWith(tenant.portalUrl());
    int sent = Phone.count(user.phone());

    browser.open(IdAdministrator.request(tenant));

    assertThat(browser.shows("username")).isFalse();
    assertThat(browser.shows("password")).isFalse();
    assertThat(browser.shows("code")).isTrue();
    assertThat(Phone.count(user.phone())).isEqualTo(sent + 1);
    browser.submit(Map.of("code", Phone.code(user.phone())));
    assertThat(IdAdministrator.tokens(OFFICE, tenant, browser).has("access_token")).isTrue();
    assertThat(browser.open(IdAdministrator.request(tenant)).location()).contains("code=");
  }

  @Test
  void rulesThatCannotBeReadOpenNoDoor() {
    TestUser user = user("hanako");
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user);
    for (String broken : List.of("", "nonsense!", "0d0d0d0d-0000-0000-0000-000000000000")) {
      tenant.setAttribute("sekisho.access-rules", broken);
      assertThat(OFFICE.browser().open(tenant.menuUrl()).status()).as(broken).isEqualTo(403);
    }

    OperatorAccount.with("sekisho-manager")
        .inTenant(
            "POST", tenant, "/sekisho/settings/access-changes/restore", Map.of("ticket", "T-1"))
        .orFail("Restoring");

    assertThat(signIn(OFFICE, user).shows("code")).isTrue();
  }

  @Test
  void noOtherWayLeadsIn() {
    TestUser user = user("hanako");
    String token = IdAdministrator.tokenUrl(tenant);
    Map<String, String> credentials =
        Map.of("client_id", "test-app", "username", user.userId(), "password", TestTenant.PASSWORD);
    Map<String, String> direct = new HashMap<>(credentials);
    direct.put("grant_type", "password");
    assertThat(OFFICE.form(token, direct).status()).isIn(400, 401, 403);
    String oidc = tenant.url() + "/protocol/openid-connect";
    assertThat(OFFICE.form(oidc + "/auth/device", Map.of("client_id", "test-app")).status())
        .isIn(400, 401, 403);
    assertThat(
            OFFICE
                .form(
                    oidc + "/ext/ciba/auth",
                    Map.of(
                        "client_id",
                        "mail-gateway",
                        "client_secret",
                        tenant.mailGatewaySecret,
                        "scope",
                        "openid",
                        "login_hint",
                        user.userId()))
                .status())
        .isIn(400, 401, 403, 404);
    for (JsonNode client : tenant.admin("GET", "/clients", null).body()) {
      assertThat(client.path("directAccessGrantsEnabled").asBoolean() && isOurs(client))
          .as(client.get("clientId").asText())
          .isFalse();
      assertThat(client.path("attributes").path("saml.allow.ecp.flow").asText("false"))
          .isEqualTo("false");
    }
  }

  /** The client that the test itself has made is switched on by Keycloak's default. */
  private static boolean isOurs(JsonNode client) {
    return !client.get("clientId").asText().startsWith("test-")
        && client.get("enabled").asBoolean();
  }

  private TestUser user(String name) {
    return tenant.addUser(name);
  }

  private HttpBrowser signIn(From from, TestUser user) {
    return SignIn.withPassword(from.browser().open(tenant.menuUrl()), user);
  }

  /**
   * By the mail gateway's server: where it stands does not matter, where the user signed in does.
   */
  private From.Reply introspection(From from, String accessToken) {
    return from.form(
        IdAdministrator.tokenUrl(tenant) + "/introspect",
        Map.of(
            "client_id",
            "mail-gateway",
            "client_secret",
            tenant.mailGatewaySecret,
            "token",
            accessToken));
  }

  private From.Reply refresh(From from, JsonNode tokens) {
    return IdAdministrator.refreshed(from, tenant, tokens);
  }
}
