package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.IdAdministrator.TWO;
import static org.sekisho.it.IdAdministrator.everybody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passkeys as a second factor, with Chromium's virtual authenticator. */
@ExtendWith(Setup.class)
class PasskeyIT {

  private static final String PRIMARY = "form button[type=submit].sk-button--primary";

  /** What the portal does until then must not meet the next address that is opened. */
  private static final String PORTAL_IS_THERE = "main h1[tabindex]";

  private static final From HERE = new From("127.0.0.1");
  private static final Map<String, Object> PASSKEY =
      Map.of("factors", List.of(List.of("password"), List.of("passkey")));

  /** Two messages to one number are so many seconds apart, at least. */
  private static final int NEXT_MESSAGE = 10;

  private static TestTenant tenant;
  private static RealBrowser chromium;

  @BeforeAll
  static void open() {
    chromium = new RealBrowser();
    tenant = TestTenant.open("passkeys", "individual", "passkeys.example");
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    tenant.federate("enforceMfaByFederatedIdp", "passkeys.example");
    tenant.admin("POST", "/groups", Map.of("name", "鍵")).orFail("A group");
    IdAdministrator.of(tenant, HERE)
        .rule(
            List.of(),
            List.of(
                IdAdministrator.policy("鍵", List.of("/鍵"), List.of(), PASSKEY, PASSKEY),
                everybody(TWO, TWO)));
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({"ja-JP,1280", "ja-JP,390", "en-US,1280", "en-US,390"})
  void aPasskeyIsRegisteredAndSignsInWithThePassword(String language, int width)
      throws IOException {
    String suffix = "-" + language.substring(0, 2) + (width < 500 ? "-phone" : "");
    TestUser user = tenant.addUser("key" + suffix.replace("-", ""));
    SignIn.firstTime(user);
    int sent = Phone.count(user.phone());
    Page page = chromium.window(language, width);
    addAuthenticator(page);
    register(page, user, suffix);
    join(user);

    page.context().clearCookies();
    page.navigate(tenant.menuUrl());
    givePassword(page, user);
    page.waitForSelector("[data-webauthn-get]");
    check("passkey" + suffix);
    browserIsSilent();
    page.click("[data-webauthn-get]");
    page.waitForURL(url -> url.startsWith(tenant.portalUrl()));
    page.waitForSelector(PORTAL_IS_THERE);
    // One message for the registration's own sign-in.
    assertThat(Phone.count(user.phone())).isEqualTo(sent + 1);

    page.navigate(Setup.PORTS.mailGatewayUrl() + "/sign-in?user=" + user.userId());
    page.waitForURL(Setup.PORTS.mailGatewayUrl() + "/");
    page.navigate(Setup.PORTS.mailGatewayUrl() + "/session");
    JsonNode told = new ObjectMapper().readTree(page.textContent("body"));
    assertThat(told.get("acr").asText()).isEqualTo("mfa");
    assertThat(told.get("amr")).map(JsonNode::asText).containsExactlyInAnyOrder("pwd", "pop");
  }

  private static void register(Page page, TestUser user, String suffix) {
    user.letMessagesAge(NEXT_MESSAGE);
    page.navigate(Portal.action(tenant, "webauthn-register"));
    givePassword(page, user);
    page.waitForSelector("[name=code]");
    page.fill("[name=code]", Phone.code(user.phone()));
    page.click("#sk-code-submit");
    page.waitForSelector("[data-webauthn-create]");
    check("passkey-register" + suffix);
    browserIsSilent();
    page.fill("#authenticatorLabel", "Laptop");
    page.click("[data-webauthn-create]");
    page.waitForURL(url -> url.contains("kc_action_status=success"));
    page.waitForSelector(PORTAL_IS_THERE);
    chromium.forgetConsole();
  }

  @Test
  void aPolicyThatDoesNotTakePasskeysOffersNone() {
    TestUser user = tenant.addUser("notaken");
    SignIn.firstTime(user);
    registerIn(tenant, user);
    user.letMessagesAge(NEXT_MESSAGE);

    HttpBrowser browser = SignIn.withPassword(user);

    assertThat(browser.shows("code")).as(browser.text()).isTrue();
    assertThat(browser.page().select("[data-webauthn-get], [name=tryAnotherWay]")).isEmpty();
  }

  @Test
  void theBaselineTakesAPasskeyBeforeAMessageIsSentAndAMessageInItsPlace() {
    TestTenant common = TestTenant.open();
    common.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    TestUser user = common.addUser("baseline");
    SignIn.firstTime(user);
    registerIn(common, user);
    int sent = Phone.count(user.phone());

    HttpBrowser browser = SignIn.withPassword(user);

    assertThat(browser.page().select("[data-webauthn-get]")).isNotEmpty();
    assertThat(Phone.count(user.phone())).isEqualTo(sent);
    user.letMessagesAge(NEXT_MESSAGE);
    browser.submit(Map.of("tryAnotherWay", "on"));
    String execution = browser.page().select("[name=authenticationExecution]").last().attr("value");
    browser.submit(Map.of("authenticationExecution", execution));
    browser.submit(Map.of("code", Phone.code(user.phone())));
    assertThat(browser.location()).startsWith(common.portalUrl());
  }

  @Test
  void whoMustHaveAPasskeyAndHasNoneIsToldSo() {
    TestUser user = tenant.addUser("without");
    SignIn.firstTime(user);
    join(user);

    HttpBrowser browser = SignIn.withPassword(user);

    assertThat(browser.status()).isEqualTo(403);
    assertThat(tenant.hasError("factor_not_set_up")).isTrue();
  }

  private static void registerIn(TestTenant of, TestUser user) {
    Page page = chromium.window("ja-JP", 1280);
    addAuthenticator(page);
    user.letMessagesAge(NEXT_MESSAGE);
    page.navigate(Portal.action(of, "webauthn-register"));
    givePassword(page, user);
    page.waitForSelector("[name=code]");
    page.fill("[name=code]", Phone.code(user.phone()));
    page.click("#sk-code-submit");
    page.waitForSelector("[data-webauthn-create]");
    page.click("[data-webauthn-create]");
    page.waitForURL(url -> url.contains("kc_action_status=success"));
  }

  private static void givePassword(Page page, TestUser user) {
    page.fill("[name=username]", user.userId());
    page.click(PRIMARY);
    page.fill("[name=password]", TestTenant.PASSWORD);
    page.click(PRIMARY);
  }

  private static void addAuthenticator(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", options);
    session.send("WebAuthn.enable");
    session.send("WebAuthn.addVirtualAuthenticator", parameters);
  }

  private static void join(TestUser user) {
    String group = tenant.admin("GET", "/groups", null).body().get(0).get("id").asText();
    user.admin("PUT", "/groups/" + group, null).orFail("Joining");
  }

  private static void check(String name) {
    chromium.screenshot(name);
    assertThat(chromium.overflows()).as(name).isFalse();
    assertThat(chromium.accessibilityFaults()).as(name).isEmpty();
  }

  private static void browserIsSilent() {
    assertThat(chromium.policyViolations()).isEmpty();
  }
}
