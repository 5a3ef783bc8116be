package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a device comes by its certificate, and that nobody else does. */
@ExtendWith(Setup.class)
class DeviceEnrolmentIT {

  private static TestTenant tenant;
  private static IdAdministrator administrator;

  @BeforeAll
  static void open() {
    tenant = TestTenant.openWithDevices("enrolling", "enrolling.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
  }

  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static JsonNode invite(TestUser user, Map<String, ?> more) {
    return TestDevice.invite(administrator, user, "検査のPC", more).expect(201).body();
  }

  private static String claim(JsonNode invited) {
    return TestDevice.claim(tenant, Map.of("token", TestDevice.token(invited)))
        .expect(200)
        .body()
        .get("claim")
        .asText();
  }

  @Test
  void thePageMakesTheKeyAndTheServerNeverSeesItNorThePassPhrase() throws Exception {
    try (RealBrowser browser = new RealBrowser()) {
      for (String language : List.of("ja", "en")) {
        for (int width : List.of(1_280, 390)) {
          enrolInPage(browser, language, width);
        }
      }
      assertThat(browser.policyViolations()).isEmpty();
    }
  }

  private static void enrolInPage(RealBrowser browser, String language, int width)
      throws Exception {
    TestUser user = tenant.addUser("page-" + language + width);
    Page page = browser.window(language, width);
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> sent.add(request.url() + " " + request.postData()));
    page.navigate(invite(user, Map.of()).get("url").asText());
    look(browser, "enrol-welcome-" + language + "-" + width);
    page.click("form button[type=submit]");
    page.waitForSelector("dl.sk-pairs >> text=" + user.userId());
    look(browser, "enrol-confirm-" + language + "-" + width);
    page.click("main button.sk-button--primary");
    String passPhrase = page.waitForSelector(".sk-passphrase-signs").textContent().strip();
    look(browser, "enrol-save-" + language + "-" + width);
    Download file = page.waitForDownload(() -> page.click("main .sk-actions button"));

    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file.path())) {
      store.load(content, passPhrase.toCharArray());
    }
    String alias = store.aliases().nextElement();
    PrivateKey key = (PrivateKey) store.getKey(alias, passPhrase.toCharArray());
    List<X509Certificate> chain =
        Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
    assertThat(chain).as("leaf and issuing CA, and no root").hasSize(2);
    String inBase64 = Base64.getEncoder().encodeToString(key.getEncoded()).substring(48, 88);
    assertThat(String.join("\n", sent))
        .contains("CERTIFICATE REQUEST")
        .doesNotContain(passPhrase, passPhrase.replace("-", ""), "PRIVATE KEY", inBase64);
    isTheServersRow(new TestDevice(null, key, chain), user);
  }

  private static void isTheServersRow(TestDevice device, TestUser user) {
    JsonNode row = administrator.devices("GET", "?user=" + user.userId(), null).body();
    assertThat(row.get("devices").get(0).get("serial").asText())
        .isEqualTo(device.chain().get(0).getSerialNumber().toString(16));
    assertThat(row.get("devices").get(0).get("method").asText()).isEqualTo("BROWSER");
  }

  private static void look(RealBrowser browser, String name) {
    browser.screenshot(name);
    assertThat(browser.accessibilityFaults()).as(name).isEmpty();
    assertThat(browser.overflows()).as(name).isFalse();
  }

  @Test
  void theLastStepShowsThatTheDeviceGetsIn() {
    TestUser user = tenant.addUser("proof");
    String claim = claim(invite(user, Map.of()));
    KeyPair keys = TestDevice.keyPair();
    JsonNode given = TestDevice.send(tenant, claim, TestDevice.request(keys)).expect(200).body();
    TestDevice device = TestDevice.of(keys, given);
    URI without =
        new DeviceTls(null)
            .get(URI.create(given.get("checkUrl").asText()), OFFICE.address(), Map.of())
            .location();
    assertThat(without.toString()).endsWith("outcome=NO_CERTIFICATE");

    URI fresh = URI.create(status(claim).get("checkUrl").asText());
    assertThat(fresh.getHost()).startsWith("enrolling--");
    URI with = new DeviceTls(device).get(fresh, OFFICE.address(), Map.of()).location();
    assertThat(with.toString()).endsWith("outcome=ACTIVE");
    assertThat(status(claim).get("state").asText()).isEqualTo("ACTIVATED");
  }

  private static JsonNode status(String claim) {
    return OFFICE
        .send("POST", TestDevice.page(tenant) + "/status", null, null, Map.of("claim", claim))
        .expect(200)
        .body();
  }

  @Test
  void ofManyWhoOpenAnAddressOneHasIt() throws Exception {
    String token = TestDevice.token(invite(tenant.addUser("race"), Map.of()));
    ExecutorService many = Executors.newFixedThreadPool(6);
    try {
      Callable<Integer> one = () -> TestDevice.claim(tenant, Map.of("token", token)).status();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : many.invokeAll(List.of(one, one, one, one, one, one))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce(200);
      assertThat(answers.stream().filter(status -> status == 404)).hasSize(5);
    } finally {
      many.shutdown();
    }
  }

  @Test
  void aClaimGivesOneCertificate() {
    String claim = claim(invite(tenant.addUser("twice"), Map.of()));
    TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())).expect(200);
    assertThat(TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())).problem())
        .isEqualTo("enrolment-unknown");
  }

  @Test
  void pairingCodesAreTriedFiveTimes() {
    JsonNode invited = invite(tenant.addUser("paired"), Map.of("pairing", true));
    String token = TestDevice.token(invited);
    String right = invited.get("pairingCode").asText();
    String wrong = right.equals("000000") ? "000001" : "000000";
    assertThat(TestDevice.claim(tenant, Map.of("token", token)).problem())
        .isEqualTo("pairing-code-needed");
    for (int left = 4; left >= 1; left--) {
      From.Reply refused = TestDevice.claim(tenant, Map.of("token", token, "pairingCode", wrong));
      assertThat(refused.problem()).isEqualTo("pairing-code-wrong");
      assertThat(refused.body().get("triesLeft").asInt()).isEqualTo(left);
    }
    TestDevice.claim(tenant, Map.of("token", token, "pairingCode", wrong)).expect(404);
    assertThat(TestDevice.claim(tenant, Map.of("token", token, "pairingCode", right)).problem())
        .as("the right code after five wrong ones")
        .isEqualTo("enrolment-unknown");
  }

  @Test
  void theRightPairingCodeOpens() {
    JsonNode invited = invite(tenant.addUser("pairing"), Map.of("pairing", true));
    TestDevice.claim(
            tenant,
            Map.of(
                "token", TestDevice.token(invited),
                "pairingCode", invited.get("pairingCode").asText()))
        .expect(200);
  }

  @Test
  void anAddressThatTriesTokensIsStopped() {
    From guesser = new From("198.51.100.99");
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 130 && !answers.contains(429); i++) {
      answers.add(
          guesser
              .send(
                  "POST",
                  TestDevice.page(tenant) + "/claim",
                  null,
                  null,
                  Map.of("token", "x".repeat(43)))
              .status());
    }
    assertThat(answers).contains(404, 429);
  }

  @Test
  void aUserHasFiveDevices() {
    TestUser user = tenant.addUser("many");
    String claim = claim(invite(user, Map.of()));
    for (int i = 0; i < 5; i++) {
      TestDevice.enrol(administrator, user, "PC " + i);
    }
    assertThat(TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())).problem())
        .isEqualTo("device-limit-reached");
    assertThat(TestDevice.invite(administrator, user, "PC 6", Map.of()).expect(409).problem())
        .isEqualTo("device-limit-reached");
  }

  @Test
  void revokedCertificatesAreOnTheList() throws InterruptedException {
    TestUser user = tenant.addUser("listed");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    administrator.devices("POST", "/" + device.id() + "/revoke", Map.of()).expect(204);
    String server = Setup.PORTS.serverUrl();
    Eventually.holdsWithin(120, () -> PublishedList.names(server, tenant.id, device));
  }

  @Test
  void strangersSeeAndDoNothing() {
    TestTenant other = TestTenant.openWithDevices("enrolling-b", "enrolling-b.example");
    IdAdministrator stranger = IdAdministrator.of(other, OFFICE);
    TestUser user = tenant.addUser("guarded");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    String base = Setup.PORTS.serverUrl() + "/admin/realms/enrolling/sekisho/devices";
    for (String token : Arrays.asList(stranger.token(), null)) {
      assertThat(OFFICE.send("GET", base, token, null, null).status()).isIn(401, 403);
      assertThat(
              OFFICE
                  .send("POST", base + "/" + device.id() + "/revoke", token, null, Map.of())
                  .status())
          .isIn(401, 403);
    }
    assertThat(administrator.devices("POST", "/authorities", Map.of()).status())
        .as("issuing CAs are the operators'")
        .isEqualTo(403);
    JsonNode invited = invite(tenant.addUser("elsewhere"), Map.of());
    assertThat(TestDevice.claim(other, Map.of("token", TestDevice.token(invited))).problem())
        .as("a token at another tenant")
        .isEqualTo("enrolment-unknown");
  }
}
