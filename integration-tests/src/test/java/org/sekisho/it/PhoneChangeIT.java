package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;
import static org.sekisho.it.IdAdministrator.PASSWORD;
import static org.sekisho.it.IdAdministrator.TWO;
import static org.sekisho.it.IdAdministrator.everybody;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user puts another phone in the place of the own one, from the portal. */
@ExtendWith(Setup.class)
class PhoneChangeIT {

  private static final String ACTION = "sekisho-phone";
  private static final String PRIMARY = "form button[type=submit].sk-button--primary";

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
  }

  @Test
  void theNewNumberCountsOnceItIsProvenAndTheOldOneNoMore() {
    TestUser user = tenant.addUser("mover");
    HttpBrowser browser = SignIn.firstTime(user);
    String fresh = TestTenant.nextPhone();

    begin(browser);
    assertThat(browser.text()).contains("*" + user.phone().substring(9));
    browser.submit(Map.of("phoneNumber", typed(fresh)));
    assertThat(phone(user)).isEqualTo(user.phone());
    browser.submit(Map.of("code", Phone.wrongCode(fresh)));
    assertThat(phone(user)).isEqualTo(user.phone());
    browser.submit(Map.of("code", Phone.code(fresh)));

    assertThat(browser.location()).contains("kc_action_status=success");
    assertThat(phone(user)).isEqualTo(fresh);
    assertThat(told(user, "UPDATE_CREDENTIAL").path("details").path("credential_type").asText())
        .isEqualTo("sekisho-sms");
    assertThat(told(user, "UPDATE_CREDENTIAL").toString()).doesNotContain(fresh.substring(3));
    assertThat(told(user, "UPDATE_CREDENTIAL_ERROR").path("error").asText())
        .isEqualTo("invalid_user_credentials");
    assertThat(Portal.of(tenant, browser).get("/security").body().at("/phone/masked").asText())
        .endsWith(fresh.substring(9));
  }

  @Test
  void aChangeCanBeCancelledOnEitherPage() {
    TestUser user = tenant.addUser("canceller");
    HttpBrowser browser = SignIn.firstTime(user);

    begin(browser).submit(Map.of("cancel-aia", "true"));
    assertThat(browser.location()).contains("kc_action_status=cancelled");

    String fresh = TestTenant.nextPhone();
    begin(browser).submit(Map.of("phoneNumber", typed(fresh)));
    browser.submit(Map.of("cancel-aia", "true"));
    assertThat(browser.location()).contains("kc_action_status=cancelled");
    assertThat(phone(user)).isEqualTo(user.phone());
  }

  @Test
  void wrongCodesOfAChangeCountTowardsTheLocks() throws InterruptedException {
    TestUser user = tenant.addUser("guesser");
    HttpBrowser browser = SignIn.firstTime(user);
    String somebodyElses = TestTenant.nextPhone();
    begin(browser).submit(Map.of("phoneNumber", typed(somebodyElses)));
    for (int i = 0; i < 5; i++) {
      browser.submit(Map.of("code", Phone.wrongCode(somebodyElses)));
      user.awaitFailures(i + 1);
    }

    browser.submit(Map.of("code", Phone.code(somebodyElses)));

    assertThat(phone(user)).isEqualTo(user.phone());
    assertThat(user.failures()).isEqualTo(5);
  }

  @Test
  void aSignInThatIsTooOldIsAskedForAgain() throws InterruptedException {
    TestTenant strict = TestTenant.open();
    TestUser user = strict.addUser("tired");
    HttpBrowser browser = SignIn.firstTime(user);
    limitAge(strict, "1");
    Thread.sleep(2_100);

    browser.open(Portal.action(strict, ACTION));

    assertThat(browser.shows("password")).isTrue();
    assertThat(browser.shows("phoneNumber")).isFalse();
  }

  @Test
  void aStepUpDoesNotMakeAnOldPasswordFresh() {
    TestTenant office = TestTenant.open("stepup", "individual", "stepup.example").withoutTls();
    office.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    IdAdministrator administrator = IdAdministrator.of(office, OFFICE);
    TestUser user = office.addUser("hanako");
    SignIn.firstTime(OFFICE.browser().open(office.menuUrl()), user);
    administrator.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("厳格", List.of(), List.of(IdAdministrator.CLIENT), TWO, TWO),
            everybody(PASSWORD, TWO)));
    HttpBrowser browser = SignIn.withPassword(OFFICE.browser().open(office.menuUrl()), user);
    // A change of credentials needs a sign-in of the last five minutes.
    user.letProofsAge(6);
    user.letMessagesAge(10);
    browser.open(IdAdministrator.request(office)).submit(Map.of("code", Phone.code(user.phone())));

    browser.open(Portal.action(office, ACTION));

    assertThat(browser.shows("password")).isTrue();
  }

  @Test
  void thePasswordAloneChangesNothingAlsoWhereItIsEnoughToGetIn() {
    TestTenant office = TestTenant.open("inside", "individual", "inside.example").withoutTls();
    office.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    IdAdministrator administrator = IdAdministrator.of(office, OFFICE);
    TestUser user = office.addUser("hanako");
    SignIn.firstTime(OUTSIDE.browser().open(office.menuUrl()), user);
    administrator.rule(List.of("203.0.113.0/24"), List.of(everybody(PASSWORD, TWO)));
    HttpBrowser thief = SignIn.withPassword(OFFICE.browser().open(office.menuUrl()), user);
    assertThat(thief.location()).startsWith(office.portalUrl());

    for (String action : List.of(ACTION, "CONFIGURE_TOTP", "webauthn-register")) {
      thief.open(Portal.action(office, action));
      assertThat(thief.page().select("[name=code], [name=resend]")).as(action).isNotEmpty();
      assertThat(thief.shows("phoneNumber")).isFalse();
      assertThat(thief.page().select("#kc-totp-settings, [data-webauthn-create]")).isEmpty();
    }
  }

  @Test
  void whoHasNoPhoneRegistersOneWithTheNumberThatWasPreset() {
    TestUser user = tenant.addUser("first");
    HttpBrowser browser = SignIn.firstTime(user);
    removePhone(user);
    begin(browser);
    assertThat(browser.shows("phoneNumber")).isTrue();

    JsonNode entry = user.admin("GET", "", null).body();
    String preset = TestTenant.nextPhone();
    ((com.fasterxml.jackson.databind.node.ObjectNode) entry)
        .withObject("/attributes")
        .putArray("smsPhone")
        .add(preset);
    user.admin("PUT", "", entry).orFail("Presetting");
    begin(browser);
    assertThat(browser.shows("phoneNumber")).isFalse();
    browser.submit(Map.of("code", Phone.code(preset)));
    assertThat(phone(user)).isEqualTo(preset);

    begin(browser);
    assertThat(browser.shows("phoneNumber")).as("whoever has one may change it").isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ja-JP,390", "en-US,1280"})
  void thePagesAreInOrder(String language, int width) {
    String suffix = "-" + language.substring(0, 2) + (width < 500 ? "-phone" : "");
    TestUser user = tenant.addUser("pages" + suffix.replace("-", ""));
    try (RealBrowser browser = new RealBrowser()) {
      Page page = browser.window(language, width);
      page.navigate(Portal.action(tenant, ACTION));
      page.fill("[name=username]", user.userId());
      page.click(PRIMARY);
      page.fill("[name=password]", TestTenant.PASSWORD);
      page.click(PRIMARY);
      page.fill("[name=phoneNumber]", user.phoneAsTyped());
      page.click(PRIMARY);
      page.waitForSelector("[name=code]");
      page.fill("[name=code]", Phone.code(user.phone()));
      page.click("#sk-code-submit");
      page.click("button[name=recovery][value=later]");
      page.waitForSelector("#sk-phone-cancel");
      check(browser, "phone-change" + suffix);
      page.fill("[name=phoneNumber]", typed(TestTenant.nextPhone()));
      page.click(PRIMARY);
      page.waitForSelector("#sk-code-cancel");
      check(browser, "phone-change-code" + suffix);
      assertThat(browser.policyViolations()).isEmpty();
    }
  }

  private static void check(RealBrowser browser, String name) {
    browser.screenshot(name);
    assertThat(browser.overflows()).as(name).isFalse();
    assertThat(browser.accessibilityFaults()).as(name).isEmpty();
  }

  private static HttpBrowser begin(HttpBrowser browser) {
    return browser.open(Portal.action(tenant, ACTION));
  }

  private static void limitAge(TestTenant of, String seconds) {
    of.admin(
            "PUT",
            "/authentication/required-actions/" + ACTION + "/config",
            Map.of("config", Map.of("max_auth_age", seconds)))
        .orFail("Limiting the age");
  }

  private static JsonNode told(TestUser user, String type) {
    return tenant.events(type).stream()
        .filter(event -> event.path("userId").asText().equals(user.id()))
        .findFirst()
        .orElseThrow();
  }

  private static void removePhone(TestUser user) {
    for (JsonNode credential : user.admin("GET", "/credentials", null).body()) {
      if (credential.get("type").asText().equals("sekisho-sms")) {
        user.admin("DELETE", "/credentials/" + credential.get("id").asText(), null)
            .orFail("Removing the phone");
      }
    }
  }

  /** The registered number in E.164, as administrators see it. */
  private static String phone(TestUser user) {
    for (JsonNode credential : user.admin("GET", "/credentials", null).body()) {
      if (credential.get("type").asText().equals("sekisho-sms")) {
        return credential.get("credentialData").asText().replaceAll(".*\"(\\+\\d+)\".*", "$1");
      }
    }
    return "none";
  }

  private static String typed(String number) {
    return "0" + number.substring(3);
  }
}
