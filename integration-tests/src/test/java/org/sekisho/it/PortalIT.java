package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks through every page of the portal in both languages, on a desk and on a phone: nothing runs
 * out of the window, axe-core finds no fault, and the strict Content-Security-Policy is obeyed.
 */
@ExtendWith(Setup.class)
class PortalIT {

  private static TestTenant tenant;
  private static RealBrowser browser;

  @BeforeAll
  static void open() {
    browser = new RealBrowser();
    tenant = TestTenant.open().withoutTls();
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"ja-JP,1280", "ja-JP,390", "en-US,1280", "en-US,390"})
  void everyPageIsInOrder(String language, int width) {
    String suffix = "-" + language.substring(0, 2) + (width < 500 ? "-phone" : "");
    TestUser user = PortalPages.userWithHistory(tenant, "portal" + suffix.replace("-", ""));
    PortalPages portal = PortalPages.signIn(browser, user, language, width);
    assertThat(portal.page().locator(".sk-information--open")).isVisible();
    assertThat(portal.page().locator(".sk-fact--bad time")).isVisible();
    portal.check("menu" + suffix);
    portal.page().click(".sk-answer .pf-m-danger");
    assertThat(portal.page().getByRole(AriaRole.DIALOG)).isVisible();
    portal.check("menu-report" + suffix);
    portal.page().keyboard().press("Escape");
    portal.page().click(".sk-answer .pf-m-primary");
    assertThat(portal.page().locator(".sk-confirmed")).isVisible();

    portal.go("history");
    assertThat(portal.page().locator(".sk-record--bad").first()).isVisible();
    assertThat(portal.page().locator(".sk-pager button")).hasCount(0);
    portal.check("history" + suffix);
    portal.page().selectOption("#kinds", "failures");
    portal.page().click(".sk-filter button[type=submit]");
    assertThat(portal.page().locator(".sk-record--good")).hasCount(0);
    assertThat(portal.page()).hasURL(tenant.url() + "/account/history?show=failures");

    portal.go("security");
    assertThat(portal.page().locator(".sk-session")).not().hasCount(0);
    portal.check("security" + suffix);
    portal.go("profile");
    assertThat(portal.page().getByText(user.userId()).first()).isVisible();
    portal.check("profile" + suffix);
    assertThat(browser.policyViolations()).isEmpty();
  }

  @Test
  void theHistoryIsSavedAsCsv() throws IOException {
    TestUser user = PortalPages.userWithHistory(tenant, "csv");
    PortalPages portal = PortalPages.signIn(browser, user, "ja-JP", 1280);
    portal.go("history");
    Download file = portal.page().waitForDownload(() -> portal.page().click(".sk-csv button"));
    assertThat(file.suggestedFilename()).startsWith("ログイン履歴-").endsWith(".csv");
    assertThat(Files.readString(file.path())).startsWith("\uFEFF").contains("203.0.113.9");
    assertThat(browser.policyViolations()).isEmpty();
  }

  @Test
  void whoReportsEndsTheOtherSessionsAndSetsANewPassword() {
    TestUser user = PortalPages.userWithHistory(tenant, "reporter");
    PortalPages portal = PortalPages.signIn(browser, user, "en-US", 1280);
    portal.page().click(".sk-answer .pf-m-danger");
    portal.page().click(".sk-dialog .pf-m-danger");
    assertThat(portal.page().locator(".sk-dialog [role=status]")).containsText("1 other sign-in");
    portal.page().click(".sk-dialog .pf-m-primary");
    portal.setPassword("mZ7%wTq3rB-portal");
    assertThat(portal.page().getByText("Your password has been changed.")).isVisible();
  }

  @Test
  void aLanguageIsKeptForTheNextVisit() {
    TestUser user = PortalPages.userWithHistory(tenant, "linguist");
    PortalPages portal = PortalPages.signIn(browser, user, "ja-JP", 1280);
    Page page = portal.page();
    page.waitForResponse(
        answer -> answer.url().endsWith("/profile/locale") && answer.ok(),
        () -> page.click(".sk-language[lang=en]"));
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.reload();
    assertThat(page).hasTitle(Pattern.compile("^Main menu"));
  }

  @Test
  void whoWasSignedOutElsewhereComesBackToTheSamePageAfterSigningInAgain() {
    TestUser user = PortalPages.userWithHistory(tenant, "leaver");
    PortalPages portal = PortalPages.signIn(browser, user, "en-US", 1280);
    Page page = portal.page();
    portal.go("history");
    assertThat(page.locator(".sk-record--bad").first()).isVisible();
    page.selectOption("#period", "90");
    // The answer is awaited: it must not find the sessions ended.
    page.waitForResponse(
        answer -> answer.url().contains("/records?"),
        () -> page.click(".sk-filter button[type=submit]"));
    user.admin("POST", "/logout", null).orFail("Ending the sessions");
    page.click(".sk-filter button[type=submit]");
    assertThat(page.getByText("Your sign-in has ended").first()).isVisible();
    page.click("main button");
    page.waitForSelector("[name=username]");
    portal.enter();
    assertThat(page).hasURL(tenant.url() + "/account/history?period=90");
    assertThat(browser.policyViolations()).isEmpty();
  }

  @Test
  void anotherDeviceIsSignedOut() {
    TestUser user = PortalPages.userWithHistory(tenant, "owner");
    PortalPages portal = PortalPages.signIn(browser, user, "en-US", 1280);
    portal.go("security");
    assertThat(portal.page().locator(".sk-session")).hasCount(2);
    portal.page().click(".sk-session .sk-item-action button");
    assertThat(portal.page().locator(".sk-session")).hasCount(1);
    assertThat(portal.page().getByText("The device has been signed out.")).isVisible();
  }
}
