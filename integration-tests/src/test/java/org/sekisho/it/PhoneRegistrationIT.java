package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Setup.class)
class PhoneRegistrationIT {

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
  }

  @Test
  void numbersThatCannotReceiveCodesAreRefusedWithTheReason() {
    TestUser user = tenant.addUser("numbers");
    HttpBrowser browser = SignIn.withPassword(user);
    for (String typed : new String[] {"", "hello", "03-1234-5678", "+1 202 555 0143", "090"}) {
      browser.submit(Map.of("phoneNumber", typed));
      assertThat(browser.shows("phoneNumber")).as(typed).isTrue();
      assertThat(browser.page().select("[name=phoneNumber]").val()).isEqualTo(typed);
    }
  }

  @Test
  void anUnprovenNumberIsNoCredential() {
    TestUser user = tenant.addUser("unproven");
    SignIn.withPassword(user).submit(Map.of("phoneNumber", user.phoneAsTyped()));
    assertThat(hasPhone(user)).isFalse();
  }

  @Test
  void theNumberCanBeChangedBeforeItIsProven() {
    TestUser user = tenant.addUser("change");
    String mistyped = TestTenant.nextPhone();
    HttpBrowser browser =
        SignIn.withPassword(user).submit(Map.of("phoneNumber", "0" + mistyped.substring(3)));
    browser
        .submit(Map.of("changeNumber", "true"))
        .submit(Map.of("phoneNumber", user.phoneAsTyped()));
    browser.submit(Map.of("code", Phone.code(mistyped)));
    assertThat(browser.shows("code")).isTrue();
    browser.submit(Map.of("code", Phone.code(user.phone())));
    assertThat(browser.shows("recovery")).isTrue();
    assertThat(hasPhone(user)).isTrue();
  }

  @Test
  void aUserWithASecondFactorCannotBeGivenAnotherPhoneWithThePasswordAlone() {
    TestUser user = tenant.addUser("thief");
    SignIn.firstTime(user);
    HttpBrowser thief = SignIn.withPassword(user);
    assertThat(thief.shows("phoneNumber")).isFalse();
    assertThat(thief.page().select("form [name=resend], form [name=code]")).isNotEmpty();
  }

  @Test
  void aPresetNumberIsProvenBeforeItCounts() {
    TestUser user = tenant.addUser("preset@" + tenant.domain, Map.of("smsPhone", "+819022223333"));
    HttpBrowser browser = SignIn.withPassword(user);
    assertThat(browser.shows("phoneNumber")).isFalse();
    assertThat(browser.shows("code")).isTrue();
    assertThat(hasPhone(user)).isFalse();
    browser.submit(Map.of("code", Phone.code("+819022223333")));
    assertThat(hasPhone(user)).isTrue();
  }

  @Test
  void recoveryCodesCanBeMadeAndReplaceTheMessage() {
    TestUser user = tenant.addUser("recovery");
    HttpBrowser browser =
        SignIn.withPassword(user)
            .submit(Map.of("phoneNumber", user.phoneAsTyped()))
            .submit(Map.of("code", Phone.code(user.phone())))
            .submit(Map.of("recovery", "setup"));
    String first =
        browser.page().select("input[name=generatedRecoveryAuthnCodes]").val().split(",", -1)[0];
    TestTenant.SECRETS.add(first);
    browser.submit(Map.of("userLabel", "test", "kcRecoveryCodesConfirmationCheck", "on"));
    assertThat(browser.location()).startsWith(tenant.portalUrl());

    HttpBrowser again = SignIn.withPassword(user).submit(Map.of("tryAnotherWay", "on"));
    String execution =
        again.page().select("[name=authenticationExecution]").stream()
            .map(element -> element.attr("value"))
            .filter(value -> !value.isEmpty())
            .reduce((left, right) -> right)
            .orElseThrow();
    again
        .submit(Map.of("authenticationExecution", execution))
        .submit(Map.of("recoveryCodeInput", first));
    assertThat(again.location()).startsWith(tenant.portalUrl());
  }

  private static boolean hasPhone(TestUser user) {
    for (JsonNode credential : user.admin("GET", "/credentials", null).body()) {
      if (credential.get("type").asText().equals("sekisho-sms")) {
        return true;
      }
    }
    return false;
  }
}
