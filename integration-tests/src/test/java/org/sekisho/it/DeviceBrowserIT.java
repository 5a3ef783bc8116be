package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.DevicePki;

/**
 * What a real browser with a real store of certificates does: which it sends, when it asks its
 * user, and what it remembers. A browser without a screen that asks its user waits for ever.
 */
@ExtendWith(Setup.class)
class DeviceBrowserIT {

  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));
  private static final String MISSING = "#sk-device-fault[data-fault=Missing]";
  private static final String ANSWER = "#sk-device-fault, [name=password]";

  /** For an answer that does not come; one that comes takes less than a second. */
  private static final Page.WaitForSelectorOptions NOT_FOR_LONG =
      new Page.WaitForSelectorOptions().setTimeout(5_000);

  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static Relay balancer;

  private NssStore store;

  @BeforeAll
  static void open() throws Exception {
    assumeThat(NssStore.isPossible())
        .as("certutil and pk12util are not installed (Debian: libnss3-tools)")
        .isTrue();
    balancer = Relay.at(Setup.CERTAUTH_PORT, Way.announced(Setup.PORTS.certauth()));
    tenant = TestTenant.openWithDevices("browsers", "browsers.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
    askUsersForDevices(administrator);
  }

  @AfterAll
  static void close() throws IOException {
    if (balancer != null) {
      balancer.close();
    }
  }

  @BeforeEach
  void refresh() throws IOException {
    administrator.refresh();
    store = NssStore.create();
  }

  /** The administrator, who is in no group, gets in as before. */
  private static void askUsersForDevices(IdAdministrator boss) throws InterruptedException {
    TestTenant of = boss.user.tenant();
    of.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    boss.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    Eventually.holdsWithin(60, () -> isAskedFor(of));
  }

  /** Each node looks for new authorities every five seconds. */
  private static boolean isAskedFor(TestTenant of) {
    try {
      return !new DeviceTls(null).issuers(of.id + "." + DevicePki.DOMAIN).isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static TestUser user(TestTenant of, String name) {
    TestUser user = of.addUser(name);
    JsonNode groups = of.admin("GET", "/groups?search=devices", null).body();
    user.admin("PUT", "/groups/" + groups.get(0).get("id").asText(), null).orFail("Joining");
    return user;
  }

  private static void needsPolicy() {
    assumeThat(CertificatePolicy.isPossible())
        .as("only root may write the policy of Debian's Chromium")
        .isTrue();
  }

  private static CertificatePolicy sendingItsCertificates() throws IOException {
    return CertificatePolicy.sending("browsers Device CA G1");
  }

  private static void typeUserId(Page page, TestUser user) {
    page.navigate(user.tenant().menuUrl());
    page.fill("[name=username]", user.userId());
    page.evaluate("document.querySelector('#kc-login').click()");
  }

  private static void getsInWithThePassword(Page page, TestUser user) {
    page.waitForSelector("[name=password]");
    page.fill("[name=password]", TestTenant.PASSWORD);
    page.click("form button[type=submit].sk-button--primary");
    page.waitForURL(url -> url.startsWith(user.tenant().portalUrl()));
  }

  private static List<String> hostsOf(Page page) {
    List<String> hosts = new ArrayList<>();
    page.onRequest(
        request -> {
          String host = URI.create(request.url()).getHost();
          if (host != null && host.endsWith(DevicePki.DOMAIN)) {
            hosts.add(host);
          }
        });
    return hosts;
  }

  @Test
  void anEnrolledCertificateInTheBrowsersStoreLeadsToThePasswordAndIn() throws Exception {
    needsPolicy();
    TestUser user = user(tenant, "enrolled");
    store.importDevice(TestDevice.enrol(administrator, user, "PC"));
    try (CertificatePolicy policy = sendingItsCertificates();
        RealBrowser browser = policy.browserAt(store.home())) {
      Page page = browser.window("ja", 1_280);
      typeUserId(page, user);
      getsInWithThePassword(page, user);
      assertThat(browser.policyViolations()).isEmpty();
    }
    assertThat(device(user).get("state").asText()).isEqualTo("ACTIVE");
  }

  private static JsonNode device(TestUser user) {
    return administrator
        .devices("GET", "?user=" + user.userId(), null)
        .expect(200)
        .body()
        .get("devices")
        .get(0);
  }

  /** Takes out why fresh hosts exist where the browser no longer remembers: then this fails. */
  @Test
  void whoEnrolsAfterAVisitGetsInWithoutRestartingTheBrowser() throws Exception {
    needsPolicy();
    TestUser user = user(tenant, "later");
    try (CertificatePolicy policy = sendingItsCertificates();
        RealBrowser browser = policy.browserAt(store.home())) {
      Page page = browser.window("ja", 1_280);
      List<String> hosts = hostsOf(page);
      typeUserId(page, user);
      page.waitForSelector(MISSING);

      store.importDevice(TestDevice.enrol(administrator, user, "PC"));
      typeUserId(page, user);
      page.waitForSelector(MISSING);
      assertThat(hosts)
          .as("asked again at the same host")
          .containsOnly("browsers.certauth.localhost");

      page.click("#sk-device-again");
      getsInWithThePassword(page, user);
      assertThat(hosts.get(hosts.size() - 1)).startsWith("browsers--");
    }
  }

  @Test
  void visitorsOfOtherTenantsAreAskedNothingByTheirBrowser() throws Exception {
    TestTenant other = TestTenant.openWithDevices("browsers-b", "browsers-b.example");
    askUsersForDevices(IdAdministrator.of(other, OFFICE));
    TestUser visitor = user(other, "visitor");
    TestUser owner = user(tenant, "owner");
    store.importDevice(TestDevice.enrol(administrator, owner, "PC"));
    try (RealBrowser browser = new RealBrowser(store.home())) {
      Page page = browser.window("ja", 1_280);
      typeUserId(page, visitor);
      page.waitForSelector(MISSING);

      // The same browser asks its user where the certificate fits: the test can fail.
      List<String> hosts = hostsOf(page);
      typeUserId(page, owner);
      page.waitForCondition(() -> !hosts.isEmpty());
      assertThatThrownBy(() -> page.waitForSelector(ANSWER, NOT_FOR_LONG))
          .isInstanceOf(TimeoutError.class);
      assertThat(hosts).containsExactly("browsers.certauth.localhost");

      // And it was not the server that kept it waiting.
      Page elsewhere = browser.window("ja", 1_280);
      typeUserId(elsewhere, visitor);
      elsewhere.waitForSelector(ANSWER);
    }
    assertThat(device(owner).get("state").asText()).as("not sent").isEqualTo("ISSUED");
  }

  @Test
  void aDeviceThatEnrolsOnThePageGetsInWithTheFileOfThePage() throws Exception {
    needsPolicy();
    TestUser user = user(tenant, "page");
    String link =
        TestDevice.invite(administrator, user, "検査のPC", Map.of())
            .expect(201)
            .body()
            .get("url")
            .asText();
    try (CertificatePolicy policy = sendingItsCertificates();
        RealBrowser browser = policy.browserAt(store.home())) {
      Page page = browser.window("ja", 1_280);
      page.navigate(link);
      page.click("form button[type=submit]");
      page.waitForSelector("dl.sk-pairs >> text=" + user.userId());
      page.click("main button.sk-button--primary");
      String passPhrase = page.waitForSelector(".sk-passphrase-signs").textContent().strip();
      Path file = store.home().resolve("from-the-page.p12");
      page.waitForDownload(() -> page.click("main .sk-actions button")).saveAs(file);
      store.importFile(file, passPhrase);
      page.click("main .sk-actions button.sk-button--primary");
      page.waitForSelector("#help");
      page.click("main .sk-actions button.sk-button--primary");
      Page check = page.context().waitForPage(() -> page.click("a[target=_blank]"));
      check.waitForURL(url -> url.endsWith("/checked?outcome=ACTIVE"));
      check.close();
      page.waitForSelector("h1:has-text('登録が終わりました')");

      typeUserId(page, user);
      getsInWithThePassword(page, user);
    }
    assertThat(device(user).get("method").asText()).isEqualTo("BROWSER");
  }
}
