package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.it.DeviceVisit.begin;
import static org.sekisho.it.DeviceVisit.fault;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.issuing.IssuingRequest;
import org.sekisho.certauthority.keystore.InMemoryKeyStore;
import org.sekisho.certauthority.keystore.SigningKey;
import org.sekisho.certauthority.leaf.DeviceName;
import org.sekisho.certauthority.leaf.LeafIssuer;
import org.sekisho.certauthority.leaf.PublicationAddresses;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.RequestAdmission;
import org.sekisho.certauthority.root.Ceremony;
import org.sekisho.certauthority.root.RootCa;
import org.sekisho.launcher.DevicePki;
import org.sekisho.testsupport.ForgedHeaders;

/** Only enrolled devices get in, before anybody is asked for a password. */
@ExtendWith(Setup.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeviceCertificateIT {

  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));
  private static final Map<String, Object> DEVICE_OR_SMS =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate", "sms")));

  private static final SerialNumbers SERIALS = new SerialNumbers(new SecureRandom());

  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static String devicesGroup;
  private static String eitherGroup;
  private static Late late;

  @BeforeAll
  static void open() {
    tenant = TestTenant.openWithDevices("devices", "devices.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
    devicesGroup = group("devices");
    eitherGroup = group("either");
    administrator.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.policy(
                "Either", List.of("/either"), List.of(), DEVICE_OR_SMS, DEVICE_OR_SMS),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    late = Late.begin();
  }

  /** Its token is good for five minutes only. */
  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static String group(String name) {
    tenant.admin("POST", "/groups", Map.of("name", name)).orFail("Group");
    return tenant.admin("GET", "/groups?search=" + name, null).body().get(0).get("id").asText();
  }

  private static TestUser user(String name, String group) {
    return tenant.addMember(name, group);
  }

  private static HttpBrowser signIn(TestDevice device, TestUser user) {
    HttpBrowser browser = begin(device, user).submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(browser.location()).startsWith(tenant.portalUrl());
    return browser;
  }

  @Test
  void anEnrolledDeviceGetsInWithThePassword() {
    TestUser user = user("aoki", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, user, "青木のノートPC");

    signIn(device, user);

    JsonNode row = administrator.devices("GET", "?user=" + user.userId(), null).body();
    assertThat(row.get("devices").get(0).get("state").asText()).isEqualTo("ACTIVE");
    assertThat(row.get("devices").get(0).get("lastUsedAt").asLong()).isPositive();
  }

  @Test
  void theSafetyNetsKnowEnrolledDevices() {
    TestUser user = user("whatif", devicesGroup);
    assertThat(whatIf(user).get("reason").asText()).isEqualTo("FACTOR_NOT_SET_UP");
    TestDevice.enrol(administrator, user, "端末");
    assertThat(whatIf(user).get("outcome").asText()).isEqualTo("ALLOW");
    assertThat(whatIf(user).get("setUp").toString()).contains("device-certificate");

    Map<String, ?> forTheMenu =
        Map.of(
            "policies",
            List.of(
                IdAdministrator.policy("Menu", List.of(), List.of("main-menu"), DEVICE, DEVICE),
                IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    assertThat(administrator.put("/login-policies", forTheMenu).expect(409).problem())
        .isEqualTo("author-locked-out");
    TestDevice.enrol(administrator, administrator.user, "管理者の端末");
    administrator.put("/login-policies", forTheMenu).expect(200);
    administrator.post("/access-changes/revert", null).expect(200);
  }

  private static JsonNode whatIf(TestUser user) {
    return administrator
        .post(
            "/what-if",
            Map.of(
                "userId", user.userId(),
                "address", OUTSIDE.address(),
                "application", "main-menu"))
        .expect(200)
        .body();
  }

  @Test
  void aDeviceWithoutACertificateNeverSeesWhereAPasswordIsTyped() {
    TestUser user = user("ito", devicesGroup);
    assertThat(fault(begin(null, user))).isEqualTo("Missing");
  }

  @Test
  void thePageThatRefusesADeviceIsReadableInBothLanguagesAndOnAPhone() {
    TestUser user = user("reader", devicesGroup);
    try (RealBrowser browser = new RealBrowser()) {
      for (String language : List.of("ja", "en")) {
        for (int width : List.of(1_280, 390)) {
          refusedWithoutACertificate(browser.window(language, width), user);
          browser.screenshot("device-missing-" + language + "-" + width);
          assertThat(browser.accessibilityFaults()).isEmpty();
          assertThat(browser.overflows()).isFalse();
        }
      }
      assertThat(browser.policyViolations()).isEmpty();
    }
  }

  /** The test takes the question to the listener, which browsers reach by a load balancer only. */
  private static void refusedWithoutACertificate(Page page, TestUser user) {
    page.navigate(tenant.menuUrl());
    page.fill("[name=username]", user.userId());
    String agent = (String) page.evaluate("navigator.userAgent");
    Request question =
        page.waitForRequest(
            request -> request.url().contains("." + DevicePki.DOMAIN),
            () -> page.click("#kc-login"));
    page.waitForURL(url -> url.startsWith("chrome-error:"));
    URI back =
        new DeviceTls(null)
            .get(URI.create(question.url()), "127.0.0.1", Map.of("User-Agent", agent))
            .location();
    page.navigate(back.toString());
    assertThat(page.getAttribute("#sk-device-fault", "data-fault")).isEqualTo("Missing");
  }

  @Test
  void anIdThatNobodyHasIsTreatedLikeOneOfSomebody() {
    boolean asked = false;
    boolean notAsked = false;
    for (int i = 0; i < 40 && !(asked && notAsked); i++) {
      String nobody = "nobody" + i + "@devices.example";
      boolean first = asksDevice(nobody);
      assertThat(asksDevice(nobody)).as("always the same for " + nobody).isEqualTo(first);
      asked |= first;
      notAsked |= !first;
    }
    assertThat(asked).isTrue();
    assertThat(notAsked).isTrue();
  }

  private static boolean asksDevice(String userId) {
    HttpBrowser browser =
        OUTSIDE.browser().open(tenant.menuUrl()).submit(Map.of("username", userId));
    return !browser.shows("password");
  }

  @Test
  void whoMayGiveACodeInsteadIsAskedForItWithoutACertificate() {
    TestUser user = user("kato", eitherGroup);
    SignIn.firstTime(OUTSIDE.browser().open(tenant.menuUrl()), user);
    HttpBrowser without = begin(null, user).submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(without.shows("code")).isTrue();

    TestDevice device = TestDevice.enrol(administrator, user, "加藤のPC");
    signIn(device, user);
  }

  @Test
  void theDeviceOfSomebodyElseOpensNothing() {
    TestUser owner = user("owner", devicesGroup);
    TestUser thief = user("thief", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, owner, "PC");
    assertThat(fault(begin(device, thief))).isEqualTo("NotOwn");
  }

  @Test
  void aCertificateOfAnotherTenantThatNamesTheUserOpensNothing() throws Exception {
    TestUser user = user("named", devicesGroup);
    TestDevice own = TestDevice.enrol(administrator, user, "PC");
    Generation generation = new Generation("other", 1);
    SigningKey authority = signingKey(generation);
    String request = PemFile.ofRequests(List.of(IssuingRequest.create(generation, authority)));
    String signed = DevicePki.in(Setup.LAYOUT.devicePki()).sign(request);
    TestDevice forged = forge(own, generation, TestDevice.certificate(signed), authority);
    assertThat(fault(begin(forged, user))).isEqualTo("Foreign");
  }

  @Test
  void aCertificateOfAnAuthorityOfTheSameNameOpensNothing() throws Exception {
    TestUser user = user("copied", devicesGroup);
    TestDevice own = TestDevice.enrol(administrator, user, "PC");
    Generation generation = new Generation("devices", 1);
    SigningKey authority = signingKey(generation);
    RootCa root = RootCa.create("Another root", SERIALS, Instant.now());
    X509Certificate signed =
        new Ceremony(root, SERIALS, Instant.now())
            .certify(
                List.of(IssuingRequest.create(generation, authority)),
                Optional.empty(),
                Instant.now())
            .get(0);
    assertThat(fault(begin(forge(own, generation, signed, authority), user))).isEqualTo("Foreign");
  }

  private static SigningKey signingKey(Generation generation) {
    InMemoryKeyStore store = new InMemoryKeyStore();
    return store.open(generation, store.create(generation));
  }

  /** The same device identifier and names, from another authority. */
  private static TestDevice forge(
      TestDevice model, Generation generation, X509Certificate issuer, SigningKey authority) {
    KeyPair keys = TestDevice.keyPair();
    Admission.Admitted admitted =
        (Admission.Admitted)
            new RequestAdmission(known -> false)
                .admit(
                    TestDevice.request(keys).getBytes(StandardCharsets.UTF_8), Duration.ofDays(30));
    X509Certificate leaf =
        new LeafIssuer(
                new IssuingCa(generation, issuer, authority),
                new PublicationAddresses(URI.create("http://pki.example"), generation),
                SERIALS)
            .issue(
                new DeviceName(UUID.fromString(model.id()), "PC", "検査 devices"),
                admitted.key(),
                Instant.now());
    return new TestDevice(model.id(), keys.getPrivate(), List.of(leaf, issuer));
  }

  @Test
  void theCertificateAloneIsEnoughAndTheChainIsNotNeeded() {
    TestUser user = user("leaf", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    signIn(new TestDevice(device.id(), device.key(), device.chain().subList(0, 1)), user);
  }

  @Test
  void revokingEndsTheSessionAtOnceAndAResumedConnectionIsRefused() {
    TestUser user = user("lost", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, user, "なくしたPC");
    HttpBrowser browser =
        OUTSIDE
            .browser()
            .withDevice(device)
            .open(IdAdministrator.request(tenant))
            .submit(Map.of("username", user.userId()))
            .submit(Map.of("password", TestTenant.PASSWORD));
    JsonNode tokens = IdAdministrator.tokens(OUTSIDE, tenant, browser);
    assertThat(browser.resumed()).as("the first handshake is a full one").isFalse();

    administrator.devices("POST", "/" + device.id() + "/revoke", Map.of()).expect(204);

    From.Reply refresh = IdAdministrator.refreshed(OUTSIDE, tenant, tokens);
    assertThat(refresh.status()).isEqualTo(400);
    browser.open(tenant.menuUrl());
    assertThat(browser.shows("username")).as("signed out").isTrue();
    assertThat(fault(browser.submit(Map.of("username", user.userId())))).isEqualTo("Revoked");
    assertThat(browser.resumed()).as("by the certificate of before").isTrue();
  }

  @Test
  void anAnswerCountsOnceInOneSignInAndFromOneAddress() {
    TestUser user = user("tickets", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    // Stopped where the listener hands back.
    HttpBrowser victim = OUTSIDE.browser().stopAtListener().open(tenant.menuUrl());
    victim.submit(Map.of("username", user.userId()));
    URI question = victim.stoppedAt();
    DeviceTls tls = new DeviceTls(device);
    Map<String, String> agent = Map.of("User-Agent", HttpBrowser.agent());
    URI back = tls.get(question, OUTSIDE.address(), agent).location();

    assertThat(tls.get(question, OUTSIDE.address(), agent).status())
        .as("a question is answered once")
        .isEqualTo(410);
    HttpBrowser other = OUTSIDE.browser().stopAtListener().open(tenant.menuUrl());
    other.submit(Map.of("username", user.userId()));
    URI ownWay = new DeviceTls(null).get(other.stoppedAt(), OUTSIDE.address(), agent).location();
    String stolen = back.getQuery().replaceFirst(".*ticket=", "");
    other.open(ownWay.toString().replaceFirst("ticket=.*", "ticket=" + stolen));
    assertThat(fault(other)).as("a ticket in another sign-in").isEqualTo("Stale");
    assertThat(fault(victim.open(back.toString()))).as("it was tried").isEqualTo("Stale");
  }

  /** A sign-in whose browser lets the answer lie, while the other tests run. */
  private record Late(HttpBrowser browser, URI back, Instant since) {

    static Late begin() {
      TestUser user = user("late", devicesGroup);
      HttpBrowser browser = OUTSIDE.browser().stopAtListener().open(tenant.menuUrl());
      browser.submit(Map.of("username", user.userId()));
      URI back =
          new DeviceTls(TestDevice.enrol(administrator, user, "PC"))
              .get(
                  browser.stoppedAt(), OUTSIDE.address(), Map.of("User-Agent", HttpBrowser.agent()))
              .location();
      return new Late(browser, back, Instant.now());
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void anAnswerIsWorthNothingAfterAMinute() throws InterruptedException {
    long left = Duration.between(Instant.now(), late.since().plusSeconds(61)).toMillis();
    Thread.sleep(Math.max(0, left));
    assertThat(fault(late.browser().open(late.back().toString()))).isEqualTo("Stale");
  }

  @Test
  void anAnswerFromAnotherAddressOrBrowserOpensNothing() {
    TestUser user = user("relayed", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    for (String[] relay :
        List.of(
            new String[] {OFFICE.address(), HttpBrowser.agent()},
            new String[] {OUTSIDE.address(), "Another"})) {
      HttpBrowser browser = OUTSIDE.browser().stopAtListener().open(tenant.menuUrl());
      browser.submit(Map.of("username", user.userId()));
      URI back =
          new DeviceTls(device)
              .get(browser.stoppedAt(), relay[0], Map.of("User-Agent", relay[1]))
              .location();
      assertThat(fault(browser.open(back.toString()))).isEqualTo("Stale");
    }
  }

  @Test
  void headersThatTellOfCertificatesAreNothing() {
    TestUser user = user("headers", devicesGroup);
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    Map<String, String> forged = new HashMap<>(ForgedHeaders.of(device.chain().get(0)));
    forged.put("User-Agent", HttpBrowser.agent());
    HttpBrowser browser = OUTSIDE.browser().stopAtListener();
    forged.forEach(browser::withHeader);
    browser.open(tenant.menuUrl()).submit(Map.of("username", user.userId()));
    URI back = new DeviceTls(null).get(browser.stoppedAt(), OUTSIDE.address(), forged).location();
    assertThat(fault(browser.open(back.toString()))).isEqualTo("Missing");
  }

  @Test
  void eachHostAsksForItsTenantsCertificatesAlone() throws IOException {
    TestTenant other = TestTenant.openWithDevices("devices-b", "devices-b.example");
    assertThat(asks("devices-b")).as("opened a moment ago").hasSize(1);
    assertThat(asks("devices"))
        .hasSize(1)
        .allMatch(name -> name.contains("CN=devices Device CA G1"));
    assertThat(asks("devices--abcd1234")).isEqualTo(asks("devices"));
    assertThat(asks(other.id)).allMatch(name -> name.contains("CN=devices-b Device CA G1"));
  }

  /** No connection stays open: strangers would open as many as they like. */
  @Test
  void hostsOfNoTenantAreCutOffAtOnce() {
    for (String host : List.of("nobody." + DevicePki.DOMAIN, "a.b." + DevicePki.DOMAIN, "other")) {
      assertThatThrownBy(() -> new DeviceTls(null).issuers(host))
          .as(host)
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  private static List<String> asks(String label) throws IOException {
    return new DeviceTls(null).issuers(label + "." + DevicePki.DOMAIN);
  }

  @Test
  void plansWithoutTheOptionHaveNoDevices() {
    TestTenant plain =
        TestTenant.open("no-devices", "individual", "no-devices.example").withoutTls();
    IdAdministrator boss = IdAdministrator.of(plain, OFFICE);
    assertThat(boss.devices("GET", "", null).problem()).isEqualTo("devices-not-available");
    assertThat(
            boss.devices("POST", "/invitations", Map.of("userId", "x", "deviceName", "x"))
                .problem())
        .isEqualTo("devices-not-available");
    assertThat(TestDevice.claim(plain, Map.of("token", "x".repeat(43))).problem())
        .isEqualTo("enrolment-unknown");
    From.Reply policy =
        boss.put(
            "/login-policies",
            Map.of("policies", List.of(IdAdministrator.everybody(DEVICE, DEVICE))));
    assertThat(policy.status()).isEqualTo(400);
  }
}
