package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** The first ID administrator of a tenant is invited by mail and sets an own password. */
@ExtendWith(Setup.class)
class InvitationIT {

  private static final Operator OPERATOR = new Operator(Setup.PORTS.serverUrl());
  private static final String INVITED = "hanako.private@elsewhere.example";
  private static final String NEW_PASSWORD = "Hajimete-2026!";
  private static OpenApi api;

  private final Mailbox relay = new Mailbox();

  @BeforeAll
  static void readDescription() {
    TestTenant.SECRETS.add(NEW_PASSWORD);
    api = new OpenApi(OPERATOR.send("GET", "/openapi.json", null).orFail("Description").body());
  }

  @BeforeEach
  void startRelay() {
    relay.open();
  }

  @AfterEach
  void stopRelay() {
    relay.close();
  }

  private static TestTenant open(String id) {
    return TestTenant.open(id, "individual", id + ".example");
  }

  private static Http.Answer invite(String tenant) {
    Http.Answer answer =
        OPERATOR.send(
            "POST",
            "/tenants/" + tenant + "/id-administrators",
            Map.of(
                "userId",
                "hanako@" + tenant + ".example",
                "lastName",
                "佐藤",
                "firstName",
                "花子",
                "email",
                INVITED));
    api.check(api.operation("inviteIdAdministrator"), answer);
    return answer;
  }

  private static Http.Answer inviteAgain(String tenant) {
    Http.Answer answer =
        OPERATOR.send(
            "POST",
            "/tenants/" + tenant + "/id-administrators/invitation",
            Map.of("userId", "hanako@" + tenant + ".example"));
    api.check(api.operation("inviteIdAdministratorAgain"), answer);
    return answer;
  }

  private Mailbox.Mail invitation() throws InterruptedException {
    return relay.await(INVITED, "パスワードの設定");
  }

  private static String link(Mailbox.Mail mail) {
    return mail.text()
        .lines()
        .filter(line -> line.startsWith("http"))
        .findFirst()
        .orElseThrow()
        .trim();
  }

  @Test
  void theInvitedSetsAPasswordAndThenSignsInLikeEverybody() throws Exception {
    TestTenant tenant = open("invited");
    assertThat(invite("invited").body().get("invitationSent").asBoolean()).isTrue();
    Mailbox.Mail mail = invitation();
    assertThat(mail.text()).contains("検査 invited", "hanako@invited.example");
    try (RealBrowser browser = new RealBrowser()) {
      Page page = browser.window("ja-JP", 390);
      page.navigate(link(mail));
      look(browser, "invitation-ja-phone");
      page.click("main a[href*=action-token]");
      page.waitForSelector("[name=password-new]");
      page.fill("[name=password-new]", NEW_PASSWORD);
      page.fill("[name=password-confirm]", NEW_PASSWORD);
      look(browser, "invitation-password-ja-phone");
      page.click("form button[type=submit].sk-button--primary");
      page.waitForSelector("main a[href*='/sekisho/menu']");
      assertThat(page.querySelector("[name=password-new]")).as("the page before").isNull();
      look(browser, "invitation-done-ja-phone");
      page.click("main a[href*='/sekisho/menu']");
      // Nobody is signed in.
      page.waitForSelector("[name=username]");
      assertThat(page.url()).startsWith(tenant.url());
      page.navigate(link(mail));
      look(browser, "invitation-used-ja-phone");
      assertThat(page.querySelector("[name=password-new]")).as("works once").isNull();
      assertThat(browser.policyViolations()).isEmpty();
    }
    HttpBrowser signIn =
        SignIn.begin(tenant)
            .submit(Map.of("username", "hanako@invited.example"))
            .submit(Map.of("password", NEW_PASSWORD));
    assertThat(signIn.shows("phoneNumber")).isTrue();
    assertThat(inviteAgain("invited").status()).isEqualTo(409);
  }

  private static void look(RealBrowser browser, String name) {
    browser.screenshot(name);
    assertThat(browser.overflows()).as(name).isFalse();
    assertThat(browser.accessibilityFaults()).as(name).isEmpty();
  }

  @Test
  void onlyTheFirstIdAdministratorIsMadeByTheOperator() {
    open("second");
    assertThat(invite("second").status()).isEqualTo(201);
    assertThat(invite("second").body().get("type").asText()).endsWith("id-administrator-exists");
    TestTenant.open("noconsole", "hybrid", "noconsole.example");
    assertThat(invite("noconsole").body().get("type").asText())
        .endsWith("plan-without-id-administrators");
  }

  @Test
  void whereTheRelayIsDownTheUserStaysAndIsInvitedAgain() throws Exception {
    open("relaydown");
    relay.close();
    Http.Answer answer = invite("relaydown");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().get("invitationSent").asBoolean()).isFalse();
    relay.open();
    assertThat(inviteAgain("relaydown").body().get("invitationSent").asBoolean()).isTrue();
    assertThat(invitation().text()).contains("hanako@relaydown.example");
  }
}
