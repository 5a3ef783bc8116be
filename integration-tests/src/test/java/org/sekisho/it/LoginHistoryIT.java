package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** Real events make exactly the records that they should. */
@ExtendWith(Setup.class)
class LoginHistoryIT {

  private static final String DOMAIN = "history.example";
  private static final From OFFICE = From.OFFICE;

  private static TestTenant tenant;
  private static IdAdministrator administrator;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("history", "individual", DOMAIN).withoutTls();
    tenant.federate("enforceMfaByFederatedIdp", DOMAIN);
    administrator = IdAdministrator.of(tenant, OFFICE);
  }

  /** The records of a user, the oldest first. */
  private static List<JsonNode> records(TestUser user) {
    List<JsonNode> rows = new ArrayList<>();
    administrator
        .history("/records?max=100&user=" + user.userId())
        .expect(200)
        .body()
        .get("records")
        .forEach(row -> rows.add(0, row));
    return rows;
  }

  /** Kind, application, and whatever tells why, for instance {@code SIGN_OFF main-menu by_user}. */
  private static List<String> lines(TestUser user) {
    return records(user).stream().map(LoginHistoryIT::line).toList();
  }

  private static String line(JsonNode row) {
    List<String> parts = new ArrayList<>(List.of(row.get("kind").asText()));
    for (String field : List.of("application", "failedFactor", "reason")) {
      if (row.has(field)) {
        parts.add(row.get(field).asText());
      }
    }
    return String.join(" ", parts);
  }

  private static HttpBrowser officeBrowser() {
    return OFFICE
        .browser()
        .withHeader(
            "User-Agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/141.0.0.0 Safari/537.36")
        .withHeader("Sec-CH-UA-Platform-Version", "\"15.0.0\"");
  }

  @Test
  void aSignInAtAnOpenIdConnectApplicationSaysWhoWhenWhereAndHow() {
    long before = System.currentTimeMillis();
    TestUser user = tenant.addUser("oidc");
    SignIn.firstTime(
        officeBrowser().open(Setup.PORTS.mailGatewayUrl() + "/sign-in?user=" + user.userId()),
        user);
    List<JsonNode> rows = records(user);
    assertThat(lines(user)).containsExactly("SIGN_IN mail-gateway");
    JsonNode row = rows.get(0);
    assertThat(row.get("userId").asText()).isEqualTo(user.userId());
    assertThat(row.get("address").asText()).isEqualTo("203.0.113.9");
    assertThat(row.get("at").asLong()).isBetween(before, System.currentTimeMillis());
    assertThat(row.get("protocol").asText()).isEqualTo("openid-connect");
    assertThat(row.get("applicationName").asText()).contains("メールゲートウェイ");
    assertThat(row.get("factors")).map(JsonNode::asText).containsExactly("PASSWORD", "SMS");
    JsonNode device = row.get("device");
    assertThat(device.get("browser").asText()).isEqualTo("Chrome");
    assertThat(device.get("os").asText()).isEqualTo("Windows");
    assertThat(device.get("osVersion").asText()).isEqualTo("11");
  }

  @Test
  void pagesAskForTheVersionOfTheSystem() {
    assertThat(SignIn.begin(tenant).header("Accept-CH")).isEqualTo("Sec-CH-UA-Platform-Version");
  }

  @Test
  void singleSignOnIntoASamlApplicationIsAnEntryAndItsSignOffIsTheApplications() {
    TestUser user = tenant.addUser("saml@" + DOMAIN, Map.of());
    Microsoft.provision(user);
    HttpBrowser browser = SignIn.firstTime(officeBrowser().open(tenant.menuUrl()), user);
    browser.open(Microsoft.signInUrl(user.userId(), "plain")).followPostedForms();
    browser.open(Microsoft.URL + "/sign-out?user=" + user.userId()).followPostedForms();
    assertThat(lines(user))
        .containsExactly(
            "SIGN_IN main-menu",
            "APPLICATION_ENTRY urn:federation:MicrosoftOnline",
            "SIGN_OFF urn:federation:MicrosoftOnline by_application");
  }

  @Test
  void aSignInAtASamlApplicationAndASignOffAtTheGateway() {
    TestUser user = tenant.addUser("both@" + DOMAIN, Map.of());
    Microsoft.provision(user);
    HttpBrowser browser =
        SignIn.firstTime(
                officeBrowser()
                    .open(Microsoft.signInUrl(user.userId(), "plain"))
                    .followPostedForms(),
                user)
            .followPostedForms();
    browser.open(Setup.PORTS.mailGatewayUrl() + "/sign-in?user=" + user.userId());
    browser.open(Setup.PORTS.mailGatewayUrl() + "/sign-out").followPostedForms();
    assertThat(lines(user))
        .containsExactly(
            "SIGN_IN urn:federation:MicrosoftOnline",
            "APPLICATION_ENTRY mail-gateway",
            "SIGN_OFF mail-gateway by_application");
    assertThat(records(user).get(0).get("protocol").asText()).isEqualTo("saml");
  }

  @Test
  void wrongPasswordAndWrongCodeNameTheFactorThatFailed() {
    TestUser user = tenant.addUser("wrong");
    HttpBrowser browser =
        officeBrowser()
            .open(tenant.menuUrl())
            .submit(Map.of("username", user.userId()))
            .submit(Map.of("password", "Chigaimasu-2026"))
            .submit(Map.of("password", TestTenant.PASSWORD))
            .submit(Map.of("phoneNumber", user.phoneAsTyped()));
    String code = Phone.code(user.phone());
    browser
        .submit(Map.of("code", code.equals("123456") ? "654321" : "123456"))
        .submit(Map.of("code", code))
        .submit(Map.of("recovery", "later"));
    assertThat(lines(user))
        .containsExactly(
            "FAILED_ATTEMPT main-menu PASSWORD wrong_password",
            "FAILED_ATTEMPT main-menu SMS wrong_code",
            "SIGN_IN main-menu");
  }

  @Test
  void aRefusedAddressHasTheRuleAndTheReferenceNumber() {
    TestTenant strict =
        TestTenant.open("history-strict", "individual", "strict.example").withoutTls();
    IdAdministrator boss = IdAdministrator.of(strict, OFFICE);
    boss.rule(
        List.of("203.0.113.0/24"),
        List.of(IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.DENY)));
    HttpBrowser outside = From.OUTSIDE.browser().open(strict.menuUrl());
    assertThat(outside.status()).isEqualTo(403);
    JsonNode row =
        boss.history("/records?kind=REFUSAL&address=198.51.100.0/24")
            .expect(200)
            .body()
            .get("records")
            .get(0);
    assertThat(line(row)).isEqualTo("REFUSAL main-menu address_refused");
    assertThat(row.get("rule").asText()).isEqualTo("Default");
    assertThat(row.get("zone").asText()).isEqualTo("OTHERS");
    String reference = row.get("reference").asText();
    assertThat(outside.text()).contains(reference);
    assertThat(
            boss.history("/records?reference=" + reference.toLowerCase(java.util.Locale.ROOT))
                .expect(200)
                .body()
                .get("records"))
        .hasSize(1);
  }

  @Test
  void signOffAtThePortalIsTheUsers() {
    TestUser user = tenant.addUser("leaves");
    HttpBrowser browser = SignIn.firstTime(officeBrowser().open(tenant.menuUrl()), user);
    browser.open(tenant.url() + "/protocol/openid-connect/logout?client_id=main-menu");
    if (browser.shows("confirmLogout")) {
      browser.submit(Map.of("confirmLogout", ""));
    }
    assertThat(lines(user)).containsExactly("SIGN_IN main-menu", "SIGN_OFF main-menu by_user");
  }

  @Test
  void anAdministratorAndAnOperatorEndSessions() {
    TestUser kicked = tenant.addUser("kicked");
    SignIn.firstTime(officeBrowser().open(tenant.menuUrl()), kicked);
    kicked.admin("POST", "/logout", Map.of()).orFail("Signing out");
    assertThat(lines(kicked))
        .containsExactly("SIGN_IN main-menu", "ADMINISTRATIVE_END main-menu by_administrator");
    TestUser locked = tenant.addUser("locked");
    SignIn.firstTime(officeBrowser().open(tenant.menuUrl()), locked);
    new Operator(Setup.PORTS.serverUrl())
        .send(
            "POST", "/tenants/history/users/" + locked.userId() + "/lock", Map.of("ticket", "T-1"))
        .orFail("Locking");
    assertThat(lines(locked))
        .containsExactly("SIGN_IN main-menu", "ADMINISTRATIVE_END main-menu account_locked");
  }

  /** The operator looks, whose own session is of another realm and does not end so soon. */
  @Test
  void aSessionThatNobodyUsesEndsByTimeOut() throws InterruptedException {
    TestTenant brief = TestTenant.open("history-brief", "individual", "brief.example").withoutTls();
    TestUser user = brief.addUser("idle");
    SignIn.firstTime(officeBrowser().open(brief.menuUrl()), user);
    brief.admin("PUT", "", Map.of("ssoSessionIdleTimeout", 3)).orFail("Shorter sessions");
    Operator operator = new Operator(Setup.PORTS.serverUrl());
    operator
        .send(
            "POST",
            "/tenants/history-brief/support-sessions",
            Map.of("ticket", "T-2", "reason", "検査", "rights", List.of("view-events")))
        .orFail("A support session");
    String records =
        brief.url().replace("/realms/", "/admin/realms/")
            + "/sekisho/login-history/records?user="
            + user.userId();
    Eventually.holdsWithin(
        120,
        () -> {
          List<String> kinds = new ArrayList<>();
          Http.send("GET", records, null, operator.token())
              .orFail("The history")
              .body()
              .get("records")
              .forEach(row -> kinds.add(0, line(row)));
          return kinds.equals(List.of("SIGN_IN main-menu", "TIME_OUT main-menu"));
        });
  }
}
