package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Setup.class)
class SignInIT {

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
  }

  @Test
  void aUserRegistersAPhoneAndReachesThePortal() {
    TestUser user = tenant.addUser("taro");
    HttpBrowser browser = SignIn.firstTime(user);
    assertThat(browser.location()).startsWith(tenant.portalUrl());
    assertThat(user.admin("GET", "/sessions", null).body()).hasSize(1);
    assertThat(tenant.hasEvent("LOGIN", event -> event.path("userId").asText().equals(user.id())))
        .isTrue();
  }

  @Test
  void theSecondSignInAsksForACodeAndNothingElse() {
    TestUser user = tenant.addUser("hanako");
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    SignIn.firstTime(user);
    user.letMessagesAge(10);
    HttpBrowser browser = SignIn.withPassword(user);
    assertThat(browser.shows("code")).isTrue();
    browser.submit(Map.of("code", Phone.code(user.phone())));
    assertThat(browser.location()).startsWith(tenant.portalUrl());
  }

  @Test
  void unknownAndKnownUsersGetTheSameAnswer() {
    TestUser known = tenant.addUser("known");
    HttpBrowser first = wrongPassword(known.userId());
    HttpBrowser second = wrongPassword("nobody@" + tenant.domain);
    assertThat(first.status()).isEqualTo(second.status());
    assertThat(answer(first)).isEqualTo(answer(second).replace("nobody@", "known@"));
    assertThat(tenant.hasError("user_not_found")).isTrue();
    assertThat(tenant.hasError("invalid_user_credentials")).isTrue();
  }

  /** The page without what differs between any two requests. */
  private static String answer(HttpBrowser browser) {
    return browser.page().select("main").text();
  }

  private static HttpBrowser wrongPassword(String userId) {
    return SignIn.begin(tenant)
        .submit(Map.of("username", userId))
        .submit(Map.of("password", "Wrong-password-1"));
  }

  @Test
  void anIdOfAnotherDomainIsRefusedBeforeThePassword() {
    HttpBrowser browser =
        SignIn.begin(tenant).submit(Map.of("username", "taro@sakura-hoken.example"));
    assertThat(browser.shows("password")).isFalse();
    assertThat(browser.page().select("[name=username]").val())
        .isEqualTo("taro@sakura-hoken.example");
    assertThat(tenant.hasError("foreign_domain")).isTrue();
  }

  @Test
  void missingFieldsAreSaidAndLoseNothing() {
    HttpBrowser browser = SignIn.begin(tenant).submit(Map.of("username", " "));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.shows("username")).isTrue();
    browser.submit(Map.of("username", "taro@" + tenant.domain)).submit(Map.of("password", ""));
    assertThat(browser.shows("password")).isTrue();
    browser.post(browser.actionOf("password"), Map.of());
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.shows("password")).isTrue();
  }

  @Test
  void aUserIdThatArrivesWithThePasswordIsNotBelieved() {
    TestUser victim = tenant.addUser("victim");
    HttpBrowser browser =
        SignIn.begin(tenant).submit(Map.of("username", "nobody@" + tenant.domain));
    browser.post(
        browser.actionOf("password"),
        Map.of("password", TestTenant.PASSWORD, "username", victim.userId()));
    assertThat(browser.shows("password")).isTrue();
    assertThat(browser.shows("phoneNumber")).isFalse();
  }

  @Test
  void aDisabledUserGetsNoFurther() {
    TestUser user = tenant.addUser("disabled");
    user.admin("PUT", "", Map.of("enabled", false)).orFail("Disabling");
    HttpBrowser browser = SignIn.withPassword(user);
    assertThat(browser.shows("phoneNumber")).isFalse();
    assertThat(tenant.hasError("user_disabled")).isTrue();
  }

  @Test
  void tenWrongPasswordsLockAndTheLockDoesNotShow() throws InterruptedException {
    TestUser user = tenant.addUser("locked");
    HttpBrowser browser = SignIn.begin(tenant).submit(Map.of("username", user.userId()));
    for (int i = 0; i < 10; i++) {
      browser.submit(Map.of("password", "Wrong-password-" + i));
      user.awaitFailures(i + 1);
    }
    String whileCounting = answer(browser);
    Eventually.holds(
        () -> tenant.hasEvent("USER_DISABLED_BY_TEMPORARY_LOCKOUT", event -> isOf(event, user)));
    browser.submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(browser.shows("phoneNumber")).isFalse();
    assertThat(answer(browser)).isEqualTo(whileCounting);
  }

  private static boolean isOf(com.fasterxml.jackson.databind.JsonNode event, TestUser user) {
    return event.path("userId").asText().equals(user.id());
  }

  @Test
  void passwordsAreRefusedAtTheTokenEndpoint() {
    TestUser user = tenant.addUser("direct");
    HttpBrowser browser =
        new HttpBrowser()
            .open(tenant.menuUrl())
            .post(
                tenant.url() + "/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "mail-gateway",
                    "client_secret",
                    tenant.mailGatewaySecret,
                    "username",
                    user.userId(),
                    "password",
                    TestTenant.PASSWORD));
    assertThat(browser.status()).isBetween(400, 401);
    assertThat(browser.text()).doesNotContain("access_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"security-admin-console", "admin-cli", "account"})
  void keycloaksAdministrationIsClosedInATenant(String client) {
    HttpBrowser browser =
        new HttpBrowser()
            .open(
                tenant.url()
                    + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                    + "&code_challenge_method=S256&client_id="
                    + client
                    + "&redirect_uri="
                    + tenant.url()
                    + "/account/");
    assertThat(browser.shows("username")).isFalse();
    // A client without the standard flow is told so at its own address; the others get our page.
    assertThat(browser.status() >= 400 || browser.location().contains("error=unauthorized_client"))
        .as(browser.location())
        .isTrue();
  }

  @Test
  void theMenuLeadsNobodyToThePortalWhoIsNotSignedIn() {
    HttpBrowser stranger = SignIn.begin(tenant);
    assertThat(stranger.location()).doesNotStartWith(tenant.portalUrl());
    assertThat(stranger.shows("username")).isTrue();
  }
}
