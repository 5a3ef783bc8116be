package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks through every page of a first sign-in in both languages, on a desk and on a phone: nothing
 * runs out of the window, axe-core finds no fault, and the strict Content-Security-Policy is
 * obeyed.
 */
@ExtendWith(Setup.class)
class PagesIT {

  private static final String PRIMARY = "form button[type=submit].sk-button--primary";

  private static TestTenant tenant;
  private static RealBrowser browser;

  @BeforeAll
  static void open() {
    browser = new RealBrowser();
    tenant = TestTenant.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"ja-JP,1280", "ja-JP,390", "en-US,1280", "en-US,390"})
  void everyPageOfTheFirstSignInIsInOrder(String language, int width) {
    String suffix = "-" + language.substring(0, 2) + (width < 500 ? "-phone" : "");
    TestUser user =
        tenant.addUser(
            "pages" + suffix.replace("-", "") + "@" + tenant.domain,
            Map.of("passwordTemporary", true));
    Page page = browser.window(language, width);
    page.navigate(tenant.menuUrl());
    check("user-id" + suffix);
    page.click(PRIMARY);
    page.waitForSelector("[aria-invalid=true], [role=alert]");
    check("user-id-error" + suffix);
    page.fill("[name=username]", user.userId());
    page.click(PRIMARY);
    page.waitForSelector("[name=password]");
    check("password" + suffix);
    page.fill("[name=password]", "Wrong-password-1");
    page.click(PRIMARY);
    page.waitForSelector("[aria-invalid=true], [role=alert]");
    check("password-error" + suffix);
    page.fill("[name=password]", TestTenant.PASSWORD);
    page.click(PRIMARY);
    page.waitForSelector("[name=phoneNumber]");
    check("phone-number" + suffix);
    page.fill("[name=phoneNumber]", user.phoneAsTyped());
    page.click(PRIMARY);
    page.waitForSelector("[name=code]");
    check("sms-code" + suffix);
    page.fill("[name=code]", Phone.code(user.phone()));
    page.click("#sk-code-submit");
    page.waitForSelector("[name=recovery]");
    check("recovery-offer" + suffix);
    page.click("button[name=recovery][value=setup]");
    page.waitForSelector("[name=password-new]");
    page.fill("[name=password-new]", "abc");
    check("new-password" + suffix);
    String fresh = "mZ7%wTq3rB" + suffix;
    TestTenant.SECRETS.add(fresh);
    page.fill("[name=password-new]", fresh);
    page.fill("[name=password-confirm]", fresh);
    page.click(PRIMARY);
    page.waitForSelector("[name=kcRecoveryCodesConfirmationCheck]");
    check("recovery-codes" + suffix);
    page.check("[name=kcRecoveryCodesConfirmationCheck]");
    assertThat(browser.policyViolations()).isEmpty();
    page.click(PRIMARY);
    page.waitForURL(url -> url.startsWith(tenant.portalUrl()));
    page.waitForSelector("main h1[tabindex]");
    // The portal's pages are judged by a test of their own.
    browser.forgetConsole();
    page.navigate(tenant.url() + "/protocol/openid-connect/auth?client_id=nobody");
    check("error" + suffix);
    page.navigate(tenant.url() + "/protocol/openid-connect/logout");
    check("sign-out" + suffix);
    assertThat(browser.policyViolations()).isEmpty();
  }

  private static void check(String name) {
    browser.screenshot(name);
    assertThat(browser.overflows()).as(name).isFalse();
    assertThat(browser.accessibilityFaults()).as(name).isEmpty();
  }
}
