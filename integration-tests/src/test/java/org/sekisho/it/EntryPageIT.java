package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.launcher.Operator;

/** From the root of the server to the own tenant, with nothing known but the user ID. */
@ExtendWith(Setup.class)
class EntryPageIT {

  private static final String ROOT = Setup.PORTS.serverUrl() + "/";
  private static TestTenant tenant;
  private static RealBrowser chromium;

  @BeforeAll
  static void open() {
    chromium = new RealBrowser();
    tenant = TestTenant.open("entry", "hybrid", "entry.example", "second.entry.example");
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static HttpBrowser enter(String typed) {
    return new HttpBrowser().open(ROOT).submit(Map.of("username", typed));
  }

  @Test
  void aUserReachesTheOwnTenantWithTheIdFilledInAndSignsIn() {
    TestUser user = tenant.addUser("taro@second.entry.example", Map.of());
    HttpBrowser browser = enter("　Taro@Second.Entry.Example ");
    assertThat(browser.location()).startsWith(tenant.url());
    assertThat(browser.page().select("[name=username]").val())
        .isEqualTo("taro@second.entry.example");
    assertThat(browser.page().select("html").attr("lang")).isEqualTo("en");
    assertThat(SignIn.firstTime(browser, user).location()).startsWith(tenant.portalUrl());
  }

  @Test
  void whoDoesNotExistIsSentOnLikeWhoDoes() {
    HttpBrowser browser = enter("nobody@entry.example");
    assertThat(browser.location()).startsWith(tenant.url());
    assertThat(browser.page().select("[name=username]").val()).isEqualTo("nobody@entry.example");
  }

  @Test
  void anUnknownDomainGetsTheSamePageAndKeepsWhatWasTyped() {
    HttpBrowser browser = enter("taro@nobody.example");
    assertThat(browser.location()).startsWith(ROOT).doesNotContain("/realms/");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.page().select("[name=username]").val()).isEqualTo("taro@nobody.example");
    assertThat(browser.page().select("#input-error-username").text()).contains("after the @");
  }

  @Test
  void markupThatIsTypedStaysText() {
    HttpBrowser browser = enter("\"><script>alert(1)</script>@entry.example");
    assertThat(browser.page().select("main script")).isEmpty();
    assertThat(browser.page().select("[name=username]").val()).contains("<script>");
  }

  /** The page outside of any realm has the same protection as those of the sign-in. */
  @Test
  void thePageIsNeitherKeptNorFramedNorOpenToForeignCode() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ROOT)).build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aSuspendedTenantSaysSoItself() {
    TestTenant paused = TestTenant.open("entry-paused", "hybrid", "entry-paused.example");
    new Operator(Setup.PORTS.serverUrl())
        .send("POST", "/tenants/entry-paused/suspend", Map.of("ticket", "T-1"))
        .orFail("Suspending");
    HttpBrowser browser = enter("taro@entry-paused.example");
    assertThat(browser.location()).startsWith(paused.url());
    assertThat(browser.shows("username")).isFalse();
    assertThat(browser.text()).contains("not available at present");
  }

  @ParameterizedTest
  @CsvSource({"ja-JP,1280", "ja-JP,390", "en-US,1280", "en-US,390"})
  void thePageIsInOrder(String language, int width) {
    String suffix = "-" + language.substring(0, 2) + (width < 500 ? "-phone" : "");
    chromium.forgetConsole();
    Page page = chromium.window(language, width);
    page.navigate(ROOT);
    check("entry" + suffix);
    page.fill("[name=username]", "taro@nobody.example");
    page.click("#kc-login");
    page.waitForSelector("[aria-invalid=true]");
    check("entry-error" + suffix);
    page.click("a.sk-language");
    page.waitForSelector("html:not([lang=" + language.substring(0, 2) + "])");
    page.fill("[name=username]", "taro@entry.example");
    page.click("#kc-login");
    page.waitForURL(url -> url.startsWith(tenant.url()));
    assertThat(page.getAttribute("html", "lang")).isNotEqualTo(language.substring(0, 2));
    check("entry-arrived" + suffix);
    assertThat(chromium.policyViolations()).isEmpty();
  }

  private static void check(String name) {
    chromium.screenshot(name);
    assertThat(chromium.overflows()).as(name).isFalse();
    assertThat(chromium.accessibilityFaults()).as(name).isEmpty();
  }
}
