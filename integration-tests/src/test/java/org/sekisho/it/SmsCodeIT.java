package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Credentials;

/** The holes of other SMS plug-ins, each closed here and tried at the real server. */
@ExtendWith(Setup.class)
class SmsCodeIT {

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
    // The longest that there is: no test may last until the next message could go.
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "600");
  }

  /** A user whose phone an administrator has preset: the first code goes out with the password. */
  private static TestUser userWithPhone(TestTenant tenant, String name) {
    TestUser user = tenant.addUser(name);
    JsonNode stored = user.admin("GET", "", null).body();
    ((ObjectNode) stored.get("attributes")).putArray("smsPhone").add(user.phone());
    user.admin("PUT", "", stored).orFail("Presetting the phone");
    return user;
  }

  private static TestUser userWithPhone(String name) {
    return userWithPhone(tenant, name);
  }

  @Test
  void aReloadSendsNoSecondMessage() {
    TestUser user = userWithPhone("reload");
    HttpBrowser browser = SignIn.withPassword(user);
    browser.reload().reload();
    assertThat(browser.shows("code")).isTrue();
    assertThat(Phone.count(user.phone())).isEqualTo(1);
  }

  @Test
  void noMessageIsSentBeforeThePasswordWasRight() {
    TestUser user = userWithPhone("pumping");
    SignIn.begin(tenant)
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", "Wrong-password-1"));
    assertThat(Phone.count(user.phone())).isZero();
  }

  @Test
  void askingAgainTooSoonIsRefusedAlsoFromANewSession() {
    TestUser user = userWithPhone("cooldown");
    HttpBrowser browser = SignIn.withPassword(user);
    browser.submit(Map.of("resend", "true"));
    assertThat(browser.shows("resend")).isTrue();
    HttpBrowser another = SignIn.withPassword(user);
    assertThat(another.shows("resend")).isTrue();
    assertThat(Phone.count(user.phone())).isEqualTo(1);
    assertThat(tenant.hasError("sms_wait")).isTrue();
  }

  @Test
  void theSixthTryIsRefusedThoughItIsRight() throws InterruptedException {
    TestUser user = userWithPhone("sixth");
    HttpBrowser browser = SignIn.withPassword(user);
    String right = Phone.code(user.phone());
    for (int i = 0; i < 5; i++) {
      browser.submit(Map.of("code", Phone.wrongCode(user.phone())));
      user.awaitFailures(i + 1);
    }
    browser.submit(Map.of("code", right));
    assertThat(browser.location()).doesNotStartWith(tenant.portalUrl());
    assertThat(tenant.hasError("sms_code_tries_used_up")).isTrue();
  }

  @Test
  void aCodeOfAnotherTenantIsWorthNothing() {
    TestTenant other = TestTenant.open();
    TestUser here = userWithPhone("same");
    TestUser there = userWithPhone(other, "same");
    HttpBrowser browser = SignIn.withPassword(here);
    SignIn.withPassword(there);
    browser.submit(Map.of("code", Phone.code(there.phone())));
    assertThat(browser.shows("code")).isTrue();
    assertThat(browser.location()).doesNotStartWith(tenant.portalUrl());
  }

  @Test
  void aCodeOfAnotherSignInOfTheSameUserIsWorthNothing() {
    TestTenant quick = TestTenant.open();
    quick.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    TestUser user = userWithPhone(quick, "replay");
    HttpBrowser first = SignIn.withPassword(user);
    String firstCode = Phone.code(user.phone());
    user.letMessagesAge(10);
    HttpBrowser second = SignIn.withPassword(user);
    assertThat(Phone.count(user.phone())).isEqualTo(2);
    second.submit(Map.of("code", firstCode));
    assertThat(second.shows("code")).isTrue();
    first.submit(Map.of("code", firstCode));
    assertThat(first.shows("recovery")).isTrue();
  }

  @Test
  void aLockedUsersRightCodeIsRefused() throws InterruptedException {
    TestUser user = userWithPhone("lockedcode");
    HttpBrowser browser = SignIn.withPassword(user);
    HttpBrowser attacker = SignIn.begin(tenant).submit(Map.of("username", user.userId()));
    for (int i = 0; i < 10; i++) {
      attacker.submit(Map.of("password", "Wrong-password-" + i));
      user.awaitFailures(i + 1);
    }
    browser.submit(Map.of("code", Phone.code(user.phone())));
    assertThat(browser.shows("recovery")).isFalse();
    assertThat(tenant.hasError("user_temporarily_disabled")).isTrue();
  }

  @Test
  void wrongCodesCountAtRegistrationAndAtSignIn() throws InterruptedException {
    TestTenant quick = TestTenant.open();
    quick.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    TestUser user = quick.addUser("counted");
    HttpBrowser browser =
        SignIn.withPassword(user).submit(Map.of("phoneNumber", user.phoneAsTyped()));
    browser.submit(Map.of("code", Phone.wrongCode(user.phone())));
    Eventually.holds(() -> user.failures() == 1);
    browser.submit(Map.of("code", Phone.code(user.phone()))).submit(Map.of("recovery", "later"));
    assertThat(browser.location()).startsWith(quick.portalUrl());
    Eventually.holds(() -> user.failures() == 0);
    user.letMessagesAge(10);
    SignIn.withPassword(user).submit(Map.of("code", Phone.wrongCode(user.phone())));
    Eventually.holds(() -> user.failures() == 1);
  }

  @Test
  void aMissingOrMalformedCodeIsAnsweredWithThePage() {
    TestUser user = userWithPhone("missing");
    HttpBrowser browser = SignIn.withPassword(user);
    browser.post(browser.actionOf("code"), Map.of());
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.shows("code")).isTrue();
    for (String typed : new String[] {"", "12345", "abcdef", "1".repeat(5000)}) {
      browser.submit(Map.of("code", typed));
      assertThat(browser.status()).as(typed).isEqualTo(200);
    }
    assertThat(browser.location()).doesNotStartWith(tenant.portalUrl());
  }

  @Test
  void fullWidthDigitsAreUnderstood() {
    TestUser user = userWithPhone("fullwidth");
    HttpBrowser browser = SignIn.withPassword(user);
    StringBuilder fullWidth = new StringBuilder();
    Phone.code(user.phone()).chars().forEach(c -> fullWidth.append((char) (c + 0xFEE0)));
    browser.submit(Map.of("code", fullWidth.toString()));
    assertThat(browser.shows("recovery")).isTrue();
  }

  @Test
  void aProviderThatFailsIsSaidAndNothingCountsAsSent() {
    for (String mode : new String[] {"http-500", "nonsense", "html-200", "reject-21211"}) {
      boolean refused = mode.equals("reject-21211");
      TestUser user = userWithPhone("fails-" + mode.replace("-", ""));
      Phone.fail(user.phone(), mode);
      HttpBrowser browser = SignIn.withPassword(user);
      assertThat(browser.status()).as(mode).isEqualTo(200);
      // After anything but a clear refusal the message may still arrive.
      assertThat(browser.shows("code")).as(mode).isEqualTo(!refused);
      assertThat(browser.page().select(".sk-alert, [role=alert]")).as(mode).isNotEmpty();
      assertThat(browser.shows("resend")).as(mode).isTrue();
    }
    assertThat(tenant.hasError("sms_send_failed")).isTrue();
  }

  @Test
  void aProviderThatHangsDoesNotHangTheUser() {
    TestUser user = userWithPhone("hangs");
    Phone.fail(user.phone(), "hang");
    HttpBrowser browser = SignIn.begin(tenant).submit(Map.of("username", user.userId()));
    long begin = System.nanoTime();
    browser.submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(browser.shows("resend")).isTrue();
    // The server gives up after ten seconds, the provider after sixty.
    assertThat((System.nanoTime() - begin) / 1_000_000_000L).isLessThan(50);
  }

  @Test
  void theDayLimitOfANumberHoldsAcrossSessions() {
    TestTenant strict = TestTenant.open();
    strict.setAttribute("sekisho.sms.maxPerNewNumberInDay", "1");
    strict.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    TestUser user = userWithPhone(strict, "daylimit");
    SignIn.withPassword(user);
    user.letMessagesAge(10);
    HttpBrowser second = SignIn.withPassword(user);
    assertThat(second.shows("code")).isFalse();
    assertThat(Phone.count(user.phone())).isEqualTo(1);
    assertThat(strict.hasError("sms_limit_number_day")).isTrue();
  }

  @Test
  void anUnsignedDeliveryReportIsRefused() {
    HttpBrowser browser =
        new HttpBrowser()
            .post(
                tenant.url() + "/sekisho-sms/delivery-reports/some-message",
                Map.of("MessageSid", "SM" + "0".repeat(32), "MessageStatus", "delivered"));
    assertThat(browser.status()).isEqualTo(403);
    assertThat(browser.text()).contains("urn:sekisho:problem:sms-report-not-signed");
  }

  @Test
  void aReportForAnAddressThatLooksLikeATemplateIsRefusedToo() {
    HttpBrowser browser =
        new HttpBrowser()
            .post(tenant.url() + "/sekisho-sms/delivery-reports/%7Bx%7D", Map.of("New", "x"));
    assertThat(browser.status()).isEqualTo(403);
  }

  @Test
  void aReportIsNotedAtItsMessage() throws InterruptedException {
    TestUser user = userWithPhone(tenant, "reported");
    SignIn.withPassword(user);
    Eventually.holds(
        () -> {
          JsonNode states = user.messageStates();
          return states.size() == 1 && states.get(0).asText().equals("delivered");
        });
  }

  @Test
  void aSignedDeliveryReportIsTaken() throws GeneralSecurityException {
    String url = tenant.url() + "/sekisho-sms/delivery-reports/some-message";
    String sid = "SM" + "1".repeat(32);
    HttpBrowser browser =
        new HttpBrowser()
            .withHeader(
                "X-Twilio-Signature",
                signature(url + "MessageSid" + sid + "MessageStatusdelivered"))
            .post(url, Map.of("MessageSid", sid, "MessageStatus", "delivered"));
    assertThat(browser.status()).isEqualTo(204);
  }

  /** As Twilio documents it: HMAC-SHA1 over the address and the sorted parameters. */
  private static String signature(String signed) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(
        new SecretKeySpec(
            Credentials.TWILIO_AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anExpiredCodeIsRefusedAndANewOneCanBeAskedFor() {
    TestTenant hasty = TestTenant.open();
    hasty.setAttribute("sekisho.sms.codeValiditySeconds", "60");
    TestUser user = userWithPhone(hasty, "expired");
    HttpBrowser browser = SignIn.withPassword(user);
    String code = Phone.code(user.phone());
    user.letMessagesAge(60);
    browser.submit(Map.of("code", code));
    assertThat(browser.shows("code")).isTrue();
    assertThat(hasty.hasError("expired_code")).isTrue();
    browser.submit(Map.of("resend", "true"));
    assertThat(Phone.count(user.phone())).isEqualTo(2);
    browser.submit(Map.of("code", Phone.code(user.phone())));
    assertThat(browser.shows("recovery")).isTrue();
  }
}
