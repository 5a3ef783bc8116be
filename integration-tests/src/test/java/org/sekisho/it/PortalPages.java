package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** The portal of one user in a browser's window. */
record PortalPages(RealBrowser browser, Page page, TestUser user) {

  private static final String PRIMARY = "form button[type=submit].sk-button--primary";
  private static final int WINDOW_HEIGHT = 844;

  /** So old are messages, in seconds, that let the next one go at once. */
  private static final int LIMITS_FORGET = 600;

  /** Is signed in elsewhere, and somebody has tried a wrong password since. */
  static TestUser userWithHistory(TestTenant tenant, String name) {
    TestUser user = tenant.addUser(name);
    SignIn.firstTime(From.OFFICE.browser().open(tenant.menuUrl()), user);
    SignIn.begin(tenant)
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", "Wrong-password-1"));
    return user;
  }

  static PortalPages signIn(RealBrowser browser, TestUser user, String language, int width) {
    PortalPages portal = new PortalPages(browser, browser.window(language, width), user);
    portal.page.navigate(user.tenant().url() + "/account/");
    portal.enter();
    return portal;
  }

  /** From the page that asks for the user ID to the page of the portal that was asked for. */
  void enter() {
    user.letMessagesAge(LIMITS_FORGET);
    page.fill("[name=username]", user.userId());
    page.click(PRIMARY);
    page.fill("[name=password]", TestTenant.PASSWORD);
    page.click(PRIMARY);
    page.waitForSelector("[name=code]");
    page.fill("[name=code]", Phone.code(user.phone()));
    page.click("#sk-code-submit");
    page.waitForSelector("main h1[tabindex]");
  }

  /** By its link, as people do. */
  void go(String name) {
    page.click(".sk-navigation a[href$='/account/" + name + "']");
    page.waitForURL(url -> url.contains("/account/" + name));
  }

  void setPassword(String fresh) {
    TestTenant.SECRETS.add(fresh);
    page.fill("[name=password-new]", fresh);
    page.fill("[name=password-confirm]", fresh);
    page.click(PRIMARY);
    page.waitForSelector("main h1[tabindex]");
  }

  /** Takes a picture and judges the page; everything that loads must have come. */
  void check(String name) {
    page.waitForFunction("() => document.querySelector('.sk-loading') === null");
    assertThat(page.locator(".pf-m-danger.pf-v5-c-alert").count()).as(name).isZero();
    int width = page.viewportSize().width;
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    // In a window as high as the page, the bar at a phone's lower edge is at the page's end.
    page.setViewportSize(width, Math.max(height, WINDOW_HEIGHT));
    browser.screenshot(name);
    assertThat(browser.overflows()).as(name).isFalse();
    assertThat(browser.accessibilityFaults()).as(name).isEmpty();
    page.setViewportSize(width, WINDOW_HEIGHT);
  }
}
