package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.DeviceVisit.fault;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.DevicePki;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** What becomes of certificates after they were issued. */
@ExtendWith(Setup.class)
class DeviceLifeIT {

  private static final String WINDOWS =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/142.0.0.0 Safari/537.36";
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));

  private static final Mailbox MAILBOX = new Mailbox();
  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static String group;

  @BeforeAll
  static void open() {
    MAILBOX.open();
    tenant = TestTenant.openWithDevices("life", "life.example");
    administrator = administratorOf(tenant);
    group = tenant.admin("GET", "/groups", null).body().get(0).get("id").asText();
  }

  @AfterAll
  static void close() {
    MAILBOX.close();
  }

  private static IdAdministrator administratorOf(TestTenant of) {
    IdAdministrator boss = IdAdministrator.of(of, OFFICE);
    of.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    boss.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    return boss;
  }

  /** Its token is good for five minutes only. */
  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static TestUser user(String name) {
    return tenant.addMember(name, group);
  }

  private static HttpBrowser begin(TestDevice device, TestUser user, String agent) {
    return OUTSIDE
        .browser()
        .withHeader("User-Agent", agent)
        .withDevice(device)
        .open(user.tenant().menuUrl())
        .submit(Map.of("username", user.userId()));
  }

  private static HttpBrowser signIn(TestDevice device, TestUser user, String agent) {
    HttpBrowser browser =
        begin(device, user, agent).submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(browser.location()).startsWith(user.tenant().portalUrl());
    return browser;
  }

  private static List<JsonNode> warnings(TestUser user) {
    JsonNode page =
        administrator
            .history("/records?user=" + user.userId() + "&kind=WARNING")
            .expect(200)
            .body();
    return StreamSupport.stream(page.get("records").spliterator(), false).toList();
  }

  @Test
  void oneCertificateOnTwoPlatformsIsToldOnceWithAReference() throws Exception {
    TestUser user = user("copied");
    TestDevice device = TestDevice.enrol(administrator, user, "複製されたPC");
    signIn(device, user, WINDOWS);
    signIn(device, user, WINDOWS);
    assertThat(warnings(user)).isEmpty();

    signIn(device, user, IPHONE);
    signIn(device, user, WINDOWS);
    signIn(device, user, IPHONE);

    assertThat(warnings(user)).hasSize(1);
    JsonNode warning = warnings(user).get(0);
    assertThat(warning.get("reason").asText()).isEqualTo("device_on_two_platforms");
    assertThat(warning.get("device").get("os").asText()).isEqualTo("iOS");
    assertThat(warning.get("address").asText()).isEqualTo(OUTSIDE.address());
    String serial = device.chain().get(0).getSerialNumber().toString(16);
    assertThat(warning.get("certificate").asText()).isEqualTo(serial);
    String reference = warning.get("reference").asText();
    JsonNode found = administrator.get("/refusals/" + reference).expect(200).body();
    assertThat(found.get("remedy").get("en").asText()).contains("two kinds of devices");
    assertThat(
            tenant.hasEvent(
                "UPDATE_CREDENTIAL_ERROR",
                event -> event.get("details").get("reference_number").asText().equals(reference)))
        .isTrue();

    Mailbox.Mail mail = MAILBOX.await(user.userId(), "2種類の端末");
    assertThat(mail.text()).contains("iOS", "Windows", serial, reference, OUTSIDE.address());
    assertThat(MAILBOX.to(user.userId()))
        .filteredOn(got -> got.subject().contains("2種類の端末"))
        .hasSize(1);
  }

  @Test
  void aFileMadeOnOneDeviceIsNotFirstUsedOnAnother() throws IOException {
    TestUser user = user("moved");
    String token =
        TestDevice.token(TestDevice.invite(administrator, user, "PC", Map.of()).expect(201).body());
    String claim =
        TestDevice.claim(tenant, Map.of("token", token)).expect(200).body().get("claim").asText();
    KeyPair keys = TestDevice.keyPair();
    String wish =
        new ObjectMapper()
            .writeValueAsString(
                Map.of("claim", claim, "request", TestDevice.request(keys), "method", "BROWSER"));
    HttpBrowser page =
        OFFICE
            .browser()
            .withHeader("User-Agent", WINDOWS)
            .postBody(TestDevice.page(tenant) + "/certificate", "application/json", wish);
    TestDevice device = TestDevice.of(keys, new ObjectMapper().readTree(page.body()));

    assertThat(fault(begin(device, user, IPHONE))).isEqualTo("OtherPlatform");
    signIn(device, user, WINDOWS);
    signIn(device, user, IPHONE);
    assertThat(warnings(user)).as("later it is told").hasSize(1);
  }

  @Test
  void aTenantWhosePoliciesAskForDevicesKeepsTheOption() {
    TestTenant other = TestTenant.openWithDevices("life-plan", "life-plan.example");
    administratorOf(other);
    Operator operator = new Operator(Setup.PORTS.serverUrl());
    for (Map<String, Object> wish :
        List.<Map<String, Object>>of(
            Map.of("plan", "individual"),
            Map.of("plan", "individual-special", "options", List.of()),
            Map.of("plan", "hybrid"))) {
      Http.Answer refused = operator.send("PUT", "/tenants/life-plan/plan", wish);
      assertThat(refused.status()).as(wish.toString()).isEqualTo(409);
      assertThat(refused.body().get("obstacles").toString()).contains("loginPolicies", "'Devices'");
    }
    assertThat(plan(operator, Map.of("plan", "individual", "leaveDevicePolicies", true)))
        .as("without a ticket")
        .isEqualTo(400);
    assertThat(
            plan(
                operator,
                Map.of("plan", "individual", "leaveDevicePolicies", true, "ticket", "T-7")))
        .isEqualTo(200);
    TestUser user = other.addUser("left");
    String devices = other.admin("GET", "/groups", null).body().get(0).get("id").asText();
    user.admin("PUT", "/groups/" + devices, null).orFail("Joining");
    HttpBrowser browser =
        OUTSIDE.browser().open(other.menuUrl()).submit(Map.of("username", user.userId()));
    assertThat(fault(browser)).as("the door has not opened wider").isEqualTo("Missing");
  }

  @Test
  void devicesThatAreLeftOfAnOptionAreListedAndRevoked() {
    TestTenant other = TestTenant.openWithDevices("life-left", "life-left.example");
    IdAdministrator boss = administratorOf(other);
    TestUser user = other.addUser("left");
    String devices = other.admin("GET", "/groups", null).body().get(0).get("id").asText();
    user.admin("PUT", "/groups/" + devices, null).orFail("Joining");
    TestDevice one = TestDevice.enrol(boss, user, "残ったPC");
    TestDevice two = TestDevice.enrol(boss, user, "残った電話");
    Map<String, Object> wish =
        Map.of("plan", "individual", "leaveDevicePolicies", true, "ticket", "T-9");
    new Operator(Setup.PORTS.serverUrl()).send("PUT", "/tenants/life-left/plan", wish).orFail("P");

    String token = Portal.of(other, signIn(one, user, WINDOWS)).token();
    signIn(two, user, WINDOWS);
    String own = other.url() + "/sekisho-devices";
    JsonNode seen = OUTSIDE.send("GET", own, token, null, null).expect(200).body();
    assertThat(seen.get("available").asBoolean()).isTrue();
    assertThat(seen.get("enrolment").get("obstacle").asText()).isEqualTo("NOT_AVAILABLE");
    assertThat(seen.get("devices").findValuesAsText("id")).contains(one.id(), two.id());
    Map<String, String> name = Map.of("deviceName", "PC");
    assertThat(OUTSIDE.send("POST", own + "/enrolments", token, null, name).expect(403).problem())
        .isEqualTo("devices-not-available");
    assertThat(TestDevice.invite(boss, user, "PC", Map.of()).expect(403).problem())
        .isEqualTo("devices-not-available");
    String time = other.url() + "/test-access/device-time/";
    Http.send("POST", time + "passed?hours=8880&device=" + two.id(), null, null).orFail("Time");
    Http.send("POST", time + "care", null, null).orFail("Time");
    assertThat(MAILBOX.to(user.userId()))
        .as("no mail leads to a page that cannot renew")
        .noneMatch(mail -> mail.subject().contains("有効期限"));

    boss.refresh();
    JsonNode listed = boss.devices("GET", "?user=" + user.userId(), null).expect(200).body();
    assertThat(listed.get("devices").findValuesAsText("id")).contains(one.id(), two.id());
    boss.devices("POST", "/" + two.id() + "/revoke", Map.of()).expect(204);
    assertThat(fault(begin(two, user, WINDOWS))).isEqualTo("Revoked");
    Map<String, String> reason = Map.of("reason", "NO_LONGER_USED");
    String revoke = own + "/devices/" + one.id() + "/revoke";
    OUTSIDE.send("POST", revoke, token, null, reason).expect(204);
    assertThat(fault(begin(one, user, WINDOWS))).isEqualTo("Revoked");
  }

  private static int plan(Operator operator, Map<String, Object> wish) {
    return operator.send("PUT", "/tenants/life-plan/plan", wish).status();
  }

  @Test
  void anIssuingCaIsReplacedRetiredAndTakenOutOfService() throws Exception {
    Operator operator = new Operator(Setup.PORTS.serverUrl());
    TestUser user = user("generations");
    TestDevice first = TestDevice.enrol(administrator, user, "G1");
    assertThat(retire(operator, 1, false).status()).isEqualTo(200);
    String token =
        TestDevice.token(TestDevice.invite(administrator, user, "PC", Map.of()).expect(201).body());
    String claim =
        TestDevice.claim(tenant, Map.of("token", token)).expect(200).body().get("claim").asText();
    String request = TestDevice.request(TestDevice.keyPair());
    assertThat(TestDevice.send(tenant, claim, request).problem())
        .as("a CA that retires issues nothing")
        .isEqualTo("authority-not-ready");
    operator.prepareDevices("life", DevicePki.in(Setup.LAYOUT.devicePki()));
    TestDevice second = TestDevice.enrol(administrator, user, "G2");
    assertThat(second.chain().get(1).getSubjectX500Principal().getName()).contains("G2");
    Eventually.holdsWithin(60, () -> asked().size() == 2);
    signIn(first, user, WINDOWS);
    signIn(second, user, WINDOWS);

    Http.Answer retired = retire(operator, 1, true);

    assertThat(retired.body().get("state").asText()).isEqualTo("RETIRED");
    assertThat(fault(begin(first, user, WINDOWS))).isEqualTo("Revoked");
    signIn(second, user, WINDOWS);
    Eventually.holdsWithin(60, () -> asked().size() == 1);
    assertThat(asked().get(0)).contains("G2");
    Eventually.holdsWithin(
        120, () -> PublishedList.names(Setup.PORTS.serverUrl(), tenant.id, first));
    assertThat(retire(operator, 1, true).status()).isEqualTo(409);
    assertThat(retire(operator, 9, true).status()).isEqualTo(409);
    JsonNode events =
        tenant
            .admin("GET", "/admin-events?resourcePath=sekisho/devices/authorities/1", null)
            .body();
    assertThat(events.get(0).get("representation").asText())
        .contains("\"ticket\":\"T-8\"", "\"state\":\"RETIRING\"", "\"state\":\"RETIRED\"");
  }

  private static Http.Answer retire(Operator operator, int generation, boolean atOnce) {
    return Http.send(
        "POST",
        Setup.PORTS.serverUrl()
            + "/admin/realms/life/sekisho/devices/authorities/"
            + generation
            + "/retire",
        Map.of("atOnce", atOnce, "ticket", "T-8"),
        operator.token());
  }

  private static List<String> asked() {
    try {
      return new DeviceTls(null).issuers("life." + DevicePki.DOMAIN);
    } catch (IOException notYet) {
      return List.of();
    }
  }
}
