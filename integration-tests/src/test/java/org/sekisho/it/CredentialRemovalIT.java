package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users may remove of their own credentials, and how. */
@ExtendWith(Setup.class)
class CredentialRemovalIT {

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
  }

  @Test
  void thePhoneIsReplacedAndNeverRemovedByItsOwner() {
    TestUser user = tenant.addUser("phone");
    HttpBrowser browser = SignIn.firstTime(user);

    remove(browser, user, "sekisho-sms");

    assertThat(browser.text()).contains("cannot be removed");
    assertThat(id(user, "sekisho-sms")).isNotEmpty();
  }

  @Test
  void theTextIsInTheReadersLanguage() {
    TestUser user = tenant.addUser("japanese");
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(tenant.menuUrl()), user);

    remove(browser.inLanguage("ja"), user, "sekisho-sms");

    assertThat(browser.text()).contains("削除できません").doesNotContain("Credential type");
  }

  @Test
  void oneOfTwoSecondFactorsGoesAndTheLastStays() {
    TestUser user = tenant.addUser("totp");
    HttpBrowser browser = SignIn.firstTime(user);
    addTotp(user);

    remove(browser, user, "otp");
    assertThat(browser.location()).contains("kc_action_status=success");
    assertThat(id(user, "otp")).isEmpty();

    addTotp(user);
    user.admin("DELETE", "/credentials/" + id(user, "sekisho-sms"), null).orFail("The phone");
    remove(browser, user, "otp");
    assertThat(browser.text()).contains("cannot be removed");
    assertThat(id(user, "otp")).isNotEmpty();
  }

  @Test
  void aTokenAloneRemovesNothing() {
    TestUser user = tenant.addUser("token");
    Portal portal = Portal.of(user);
    addTotp(user);

    for (String type : List.of("otp", "sekisho-sms", "password")) {
      assertThat(portal.account("DELETE", "/credentials/" + id(user, type), null).status())
          .as(type)
          .isEqualTo(400);
      assertThat(id(user, type)).as(type).isNotEmpty();
    }
  }

  private static void remove(HttpBrowser browser, TestUser user, String type) {
    browser.open(Portal.action(tenant, "delete_credential:" + id(user, type)));
    browser.submit(Map.of("accept", "true"));
  }

  private static void addTotp(TestUser user) {
    ObjectNode entry = (ObjectNode) user.admin("GET", "", null).body();
    ObjectNode credential = entry.putArray("credentials").addObject();
    credential.put("type", "otp");
    credential.put("userLabel", "App");
    credential.put("secretData", "{\"value\":\"a-secret-of-twenty-b\"}");
    credential.put(
        "credentialData",
        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
            + "\"algorithm\":\"HmacSHA1\"}");
    user.admin("PUT", "", entry).orFail("Adding a TOTP credential");
  }

  /** Empty where the user has none of the type. */
  private static String id(TestUser user, String type) {
    for (JsonNode credential : user.admin("GET", "/credentials", null).body()) {
      if (credential.get("type").asText().equals(type)) {
        return credential.get("id").asText();
      }
    }
    return "";
  }
}
