package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, end to end, in a real browser. */
@ExtendWith(Setup.class)
class TheWholeStoryIT {

  @Test
  void taroGetsIntoMicrosoft365AndTheMailGatewayAndOutOfBoth() {
    TestTenant tenant = TestTenant.open();
    tenant.federate("enforceMfaByFederatedIdp", tenant.domain);
    TestUser taro = tenant.addUser("taro");
    Microsoft.provision(taro);
    try (RealBrowser browser = new RealBrowser()) {
      Page page = browser.window("ja-JP", 1280);

      // Taro begins at Microsoft and is sent to his tenant.
      page.navigate(Microsoft.signInUrl(taro.userId(), "plain"));
      page.waitForURL(url -> url.startsWith(tenant.url()));
      page.fill("[name=username]", taro.userId());
      page.click("button[type=submit]");
      page.fill("[name=password]", TestTenant.PASSWORD);
      page.click("#kc-form-login button[type=submit], form button[type=submit].sk-button--primary");
      page.fill("[name=phoneNumber]", taro.phoneAsTyped());
      page.click("form button[type=submit].sk-button--primary");
      page.waitForSelector("[name=code]");
      page.fill("[name=code]", Phone.code(taro.phone()));
      page.click("#sk-code-submit");
      page.click("button[name=recovery][value=later]");

      // He is in, with two factors.
      page.waitForURL(url -> url.startsWith(Microsoft.URL));
      assertThat(page.locator("body")).containsText(taro.userId());
      assertThat(Microsoft.lastResult(taro).get("accepted").asBoolean()).isTrue();
      assertThat(Microsoft.lastResult(taro).get("mfa").asBoolean()).isTrue();

      // A second application opens without asking again.
      page.navigate(Setup.PORTS.mailGatewayUrl() + "/sign-in?user=" + taro.userId());
      page.waitForURL(Setup.PORTS.mailGatewayUrl() + "/");
      assertThat(page.locator("body")).containsText(taro.userId());

      // Signing out ends both.
      page.navigate(Setup.PORTS.mailGatewayUrl() + "/sign-out");
      page.waitForURL(url -> url.startsWith(Setup.PORTS.mailGatewayUrl() + "/signed-out"));
      page.navigate(Microsoft.URL + "/session");
      assertThat(page.locator("body")).containsText("\"signedIn\":false");
      page.navigate(Setup.PORTS.mailGatewayUrl() + "/session");
      assertThat(page.locator("body")).containsText("\"signedIn\":false");
      page.navigate(tenant.menuUrl());
      assertThat(page.locator("[name=username]")).isVisible();
      assertThat(browser.policyViolations()).isEmpty();
    }
  }

  @Test
  void aSignOutThatMicrosoftNeverAnswersStillClosesEverything() {
    TestTenant tenant = TestTenant.open();
    tenant.federate("enforceMfaByFederatedIdp", tenant.domain);
    TestUser user = tenant.addUser("leaver");
    Microsoft.provision(user);
    HttpBrowser browser = Microsoft.firstTime(user);
    browser.open(
        tenant.url()
            + "/protocol/openid-connect/logout?client_id=main-menu&post_logout_redirect_uri="
            + tenant.menuUrl());
    browser.submit(java.util.Map.of("confirmLogout", "true"));
    // The page now holds the LogoutRequest for Microsoft, and the person closes the browser tab.
    assertThat(browser.page().select("input[name=SAMLRequest]")).isNotEmpty();
    browser.open(tenant.menuUrl());
    assertThat(browser.shows("username")).isTrue();
    assertThat(browser.text()).doesNotContain(user.userId());
  }
}
