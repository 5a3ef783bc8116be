package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Operator;

/**
 * Applications hear of sessions that end without their browser. That the token passes a relying
 * party's checks is shown by {@link MailGatewayIT}.
 */
@ExtendWith(Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOutNoticesIT {

  private static final Operator OPERATOR = new Operator(Setup.PORTS.serverUrl());
  private static final Map<String, String> TICKET = Map.of("ticket", "T-1");

  private final ToldApplication told = new ToldApplication();
  private TestTenant tenant;
  private IdAdministrator administrator;
  private TestApplication application;

  @BeforeAll
  void open() {
    tenant = TestTenant.open("signout", "individual", "signout.example").withoutTls();
    administrator = IdAdministrator.of(tenant, OFFICE);
    application = TestApplication.addTold(administrator, "told", told.url());
    OPERATOR.supportUsers(tenant.id, "検査").orFail("Support");
  }

  @AfterAll
  void close() {
    told.close();
  }

  /** The claims of an ID token of somebody who has signed in at the application. */
  private static JsonNode enter(TestApplication application, TestUser user) {
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(application.request()), user);
    return ToldApplication.part(application.tokens(browser).get("id_token").asText(), 1);
  }

  private void operator(String method, TestUser user, String deed, Object body) {
    OPERATOR
        .send(method, "/tenants/" + user.tenant().id + "/users/" + user.userId() + deed, body)
        .orFail(deed);
  }

  private static List<String> tokensOf(ToldApplication told, JsonNode entered) {
    return told.tokens().stream()
        .filter(token -> ToldApplication.part(token, 1).get("sub").equals(entered.get("sub")))
        .toList();
  }

  private static void hears(ToldApplication told, JsonNode entered) throws InterruptedException {
    Eventually.holds(() -> !tokensOf(told, entered).isEmpty());
  }

  @Test
  void theLockIsToldOnceWithWhatTheSpecificationAsksFor() throws Exception {
    TestUser user = tenant.addUser("locked");
    JsonNode entered = enter(application, user);
    operator("POST", user, "/lock", TICKET);
    hears(told, entered);
    Eventually.holds(() -> tokensOf(told, entered).size() == 2);
    String token =
        tokensOf(told, entered).stream()
            .filter(one -> ToldApplication.part(one, 1).has("sid"))
            .findFirst()
            .orElseThrow();
    assertThat(ToldApplication.part(token, 0).get("typ").asText()).isEqualTo("logout+jwt");
    JsonNode claims = ToldApplication.part(token, 1);
    assertThat(claims.get("iss")).isEqualTo(entered.get("iss"));
    assertThat(claims.get("aud").asText()).isEqualTo("told");
    assertThat(claims.get("sid")).isEqualTo(entered.get("sid"));
    assertThat(claims.get("events").has("http://schemas.openid.net/event/backchannel-logout"))
        .isTrue();
    assertThat(claims.has("nonce")).isFalse();
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(120);
    // The job has come by several times until then.
    TestUser other = tenant.addUser("locked-later");
    JsonNode later = enter(application, other);
    operator("POST", other, "/lock", TICKET);
    hears(told, later);
    assertThat(tokensOf(told, entered)).as("the session, and the user").hasSize(2);
  }

  @Test
  void aNewPasswordAndTheEndOfAnAccountAreTold() throws Exception {
    TestUser user = tenant.addUser("renewed");
    JsonNode renewed = enter(application, user);
    operator("POST", user, "/password", TICKET);
    hears(told, renewed);
    TestUser leaving = tenant.addUser("leaving");
    JsonNode left = enter(application, leaving);
    operator("DELETE", leaving, "?ticket=T-1", null);
    hears(told, left);
  }

  @Test
  void whatIsSwitchedOffHearsOfItAndNobodyElse() throws Exception {
    try (ToldApplication switched = new ToldApplication()) {
      TestApplication off = TestApplication.addTold(administrator, "off", switched.url());
      TestUser user = tenant.addUser("switched");
      HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(off.request()), user);
      JsonNode entered = ToldApplication.part(off.tokens(browser).get("id_token").asText(), 1);
      browser.open(application.request());
      application.tokens(browser);
      administrator
          .applications(
              "PUT", "/" + off.id() + "/state", null, Map.of("enabled", false, "reason", "事故"))
          .expect(200);
      hears(switched, entered);
      assertThat(tokensOf(told, entered)).isEmpty();
    }
  }

  /** As many as are called at a time: one after the other they would take longer than it waits. */
  @Test
  void whoeverIsSilentHearsLaterAndHoldsUpNobody() throws Exception {
    try (ToldApplication silent = new ToldApplication()) {
      for (int i = 0; i < 8; i++) {
        TestApplication.addTold(administrator, "silent-" + i, silent.url());
      }
      TestUser user = tenant.addUser("unheard");
      JsonNode entered = enter(application, user);
      silent.fallSilent();
      operator("POST", user, "/lock", TICKET);
      hears(told, entered);
      Eventually.holds(() -> silent.unanswered() >= 8);
      silent.speak();
      Eventually.holdsWithin(240, () -> tokensOf(silent, entered).size() == 8);
    }
  }

  /** The sessions of the user here have ended; those at the application have not. */
  @Test
  void theLockIsToldAlsoWhereNoSessionIsLeftHere() throws Exception {
    TestUser user = tenant.addUser("long-ago");
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(application.request()), user);
    JsonNode tokens = application.tokens(browser);
    JsonNode entered = ToldApplication.part(tokens.get("id_token").asText(), 1);
    application.revoke(tokens).orFail("Revoking");
    operator("POST", user, "/lock", TICKET);
    hears(told, entered);
    JsonNode claims = ToldApplication.part(tokensOf(told, entered).get(0), 1);
    assertThat(claims.has("sid")).as("everything of the user is meant").isFalse();
    assertThat(claims.get("iss")).isEqualTo(entered.get("iss"));
    assertThat(claims.get("aud").asText()).isEqualTo("told");
    assertThat(tokensOf(told, entered)).hasSize(1);
  }

  @Test
  void aTenantThatIsSuspendedIsSignedOutEverywhere() throws Exception {
    try (ToldApplication here = new ToldApplication()) {
      TestTenant suspended =
          TestTenant.open("signout-all", "individual", "signout-all.example").withoutTls();
      TestApplication its =
          TestApplication.addTold(IdAdministrator.of(suspended, OFFICE), "its", here.url());
      List<JsonNode> entered =
          List.of(enter(its, suspended.addUser("one")), enter(its, suspended.addUser("two")));
      OPERATOR.send("POST", "/tenants/signout-all/suspend", TICKET).orFail("Suspending");
      for (JsonNode one : entered) {
        hears(here, one);
      }
    }
  }
}
