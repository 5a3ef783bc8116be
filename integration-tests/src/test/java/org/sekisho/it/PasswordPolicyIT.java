package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

@ExtendWith(Setup.class)
class PasswordPolicyIT {

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open();
  }

  private static Http.Answer setPassword(TestUser user, String password) {
    TestTenant.SECRETS.add(password);
    return user.admin(
        "PUT",
        "/reset-password",
        Map.of("type", "password", "value", password, "temporary", false));
  }

  @Test
  void theAdminApiNamesEveryBrokenRule() {
    TestUser user = tenant.addUser("weak");
    Http.Answer answer = setPassword(user, "short-one");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("error").asText()).isEqualTo("sekishoPasswordRejected");
    assertThat(answer.body().get("error_description").asText())
        .contains("10")
        .doesNotContain("{", "choice");
  }

  @Test
  void theFloorHoldsWhereThePolicyWasTakenOutOfTheRealm() {
    TestTenant loose = TestTenant.open();
    TestUser user = loose.addUser("loose");
    JsonNode realm = loose.admin("GET", "", null).body();
    ((ObjectNode) realm).put("passwordPolicy", "length(4)");
    loose.admin("PUT", "", realm).orFail("Weakening the policy");
    assertThat(setPassword(user, "abcd").status()).isEqualTo(400);
    assertThat(setPassword(user, "kX9#vLq2pW").status()).isEqualTo(204);
  }

  @Test
  void noPolicyBelowTheFloorCanBeSaved() {
    JsonNode realm = tenant.admin("GET", "", null).body();
    ((ObjectNode) realm).put("passwordPolicy", "sekishoPassword(6)");
    assertThat(tenant.admin("PUT", "", realm).status()).isBetween(400, 500);
    assertThat(tenant.admin("GET", "", null).body().get("passwordPolicy").asText())
        .contains("sekishoPassword(10)");
  }

  @Test
  void theLastPasswordsAreRefused() {
    TestUser user = tenant.addUser("history");
    assertThat(setPassword(user, "kX9#vLq2pW").status()).isEqualTo(204);
    assertThat(setPassword(user, TestTenant.PASSWORD).status()).isEqualTo(400);
  }

  @Test
  void aTemporaryPasswordMustBeChangedAndThePageTellsTheRules() {
    for (String language : List.of("ja", "en")) {
      TestUser user =
          tenant.addUser(
              "temporary-" + language + "@" + tenant.domain, Map.of("passwordTemporary", true));
      HttpBrowser browser =
          SignIn.firstTime(new HttpBrowser().inLanguage(language).open(tenant.menuUrl()), user);
      assertThat(browser.shows("password-new")).isTrue();
      assertThat(browser.page().select("[data-min-length]").attr("data-min-length"))
          .isEqualTo("10");
      browser.submit(Map.of("password-new", "abc", "password-confirm", "abc"));
      assertThat(browser.text())
          .contains(language.equals("ja") ? "英大文字を含む" : "an upper-case letter")
          .contains(language.equals("ja") ? "記号を含む" : "a symbol");
      String fresh = "mZ7%wTq3rB-" + language;
      TestTenant.SECRETS.add(fresh);
      browser.submit(Map.of("password-new", fresh, "password-confirm", fresh));
      assertThat(browser.location()).startsWith(tenant.portalUrl());
    }
  }

  @Test
  void aPasswordThatExpiresSoonIsAnnouncedAndCanBeChangedAtOnce() {
    TestTenant expiring = TestTenant.open();
    JsonNode realm = expiring.admin("GET", "", null).body();
    ((ObjectNode) realm)
        .put("passwordPolicy", "sekishoPassword(10) and forceExpiredPasswordChange(10)");
    expiring.admin("PUT", "", realm).orFail("Letting passwords expire");
    HttpBrowser later = SignIn.firstTime(expiring.addUser("later"));
    // Ten days less the moments since the password was set.
    assertThat(later.text()).contains("Your password expires in 9 days.");
    later.submit(Map.of("later", "true"));
    assertThat(later.location()).startsWith(expiring.portalUrl());
    HttpBrowser now = SignIn.firstTime(expiring.addUser("now"));
    now.submit(Map.of("change", "true"));
    assertThat(now.shows("password-new")).isTrue();
  }
}
