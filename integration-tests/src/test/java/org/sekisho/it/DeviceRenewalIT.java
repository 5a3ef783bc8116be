package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.DeviceVisit.begin;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/** What users do with their own devices, and what becomes of certificates with the time. */
@ExtendWith(Setup.class)
class DeviceRenewalIT {

  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));
  private static final int DAY = 24;

  /** Of 397: 27 are left. */
  private static final int NEARLY_EXPIRED = 370 * DAY;

  private static final Mailbox MAILBOX = new Mailbox();
  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static OpenApi description;
  private static String group;

  @BeforeAll
  static void open() {
    MAILBOX.open();
    tenant = TestTenant.openWithDevices("renewal", "renewal.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
    description =
        new OpenApi(administrator.devices("GET", "/openapi.json", null).expect(200).body());
    tenant.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    administrator.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    group = tenant.admin("GET", "/groups", null).body().get(0).get("id").asText();
  }

  @AfterAll
  static void close() {
    MAILBOX.close();
  }

  /** Its token is good for five minutes only. */
  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static TestUser user(String name) {
    return tenant.addMember(name, group);
  }

  private static HttpBrowser signIn(TestDevice device, TestUser user) {
    HttpBrowser browser = begin(device, user).submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(browser.location()).startsWith(tenant.portalUrl());
    return browser;
  }

  private static String fault(TestDevice device, TestUser user) {
    return DeviceVisit.fault(begin(device, user));
  }

  /** A token of a session that was opened with the device. */
  private static String session(TestDevice device, TestUser user) {
    return Portal.of(tenant, signIn(device, user)).token();
  }

  private static From.Reply own(String token, String method, String path, Object body) {
    return OUTSIDE.send(method, tenant.url() + "/sekisho-devices" + path, token, null, body);
  }

  private static From.Reply enrol(String token, Map<String, ?> wish) {
    From.Reply reply = own(token, "POST", "/enrolments", wish);
    description.check("enrolOwnDevice", reply);
    return reply;
  }

  private static From.Reply renew(String token, TestDevice device) {
    return enrol(token, Map.of("deviceName", "更新したPC", "renews", device.id()));
  }

  private static JsonNode listed(String token, TestDevice device) {
    From.Reply reply = own(token, "GET", "", null);
    description.check("listOwnDevices", reply);
    return find(reply.expect(200).body(), device);
  }

  private static String state(TestUser user, TestDevice device) {
    JsonNode page = administrator.devices("GET", "?user=" + user.userId(), null).expect(200).body();
    return find(page, device).get("state").asText();
  }

  private static JsonNode find(JsonNode page, TestDevice device) {
    return StreamSupport.stream(page.get("devices").spliterator(), false)
        .filter(found -> found.get("id").asText().equals(device.id()))
        .findFirst()
        .orElseThrow();
  }

  private static String claim(JsonNode made) {
    return TestDevice.claim(tenant, Map.of("token", TestDevice.token(made)))
        .expect(200)
        .body()
        .get("claim")
        .asText();
  }

  private static From.Reply certify(String claim) {
    return TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair()));
  }

  private static void passed(TestDevice device, int hours) {
    time("passed?device=" + device.id() + "&hours=" + hours);
    time("care");
  }

  private static void time(String what) {
    Http.send("POST", tenant.url() + "/test-access/device-time/" + what, null, null).orFail(what);
  }

  @Test
  void aCertificateIsRenewedOnceAndFromItsOwnDevice() {
    TestUser user = user("renewing");
    TestDevice old = TestDevice.enrol(administrator, user, "PC");
    TestDevice other = TestDevice.enrol(administrator, user, "別のPC");
    String token = session(old, user);
    assertThat(renew(token, old).expect(409).problem())
        .as("a year too early")
        .isEqualTo("device-not-renewable");
    assertThat(listed(token, old).get("renewable").asBoolean()).isFalse();

    passed(old, NEARLY_EXPIRED);

    assertThat(listed(token, old).get("renewable").asBoolean()).isTrue();
    String elsewhere = session(other, user);
    assertThat(listed(elsewhere, old).get("renewable").asBoolean()).isFalse();
    assertThat(renew(elsewhere, old).expect(403).problem()).isEqualTo("device-session-needed");
    String second = claim(renew(token, old).expect(201).body());
    TestDevice renewed =
        TestDevice.enrol(tenant, TestDevice.token(renew(token, old).expect(201).body()));
    assertThat(certify(second).expect(409).problem())
        .as("another link of the same device")
        .isEqualTo("device-not-renewable");
    assertThat(renew(token, old).expect(409).problem()).isEqualTo("device-not-renewable");
    assertThat(state(user, old)).as("until the new one is used").isEqualTo("ACTIVE");

    signIn(renewed, user);

    assertThat(state(user, old)).isEqualTo("SUPERSEDED");
    passed(old, 7 * DAY - 1);
    signIn(old, user);
    passed(old, 2);
    assertThat(fault(old, user)).as("seven days later").isEqualTo("Revoked");
    assertThat(state(user, old)).isEqualTo("REVOKED");
    signIn(renewed, user);
  }

  @Test
  void whatWasBegunWithADeviceEndsWithIt() {
    TestUser user = user("robbed");
    TestDevice stolen = TestDevice.enrol(administrator, user, "盗まれたPC");
    TestDevice other = TestDevice.enrol(administrator, user, "手元のPC");
    String thief = session(stolen, user);
    passed(stolen, NEARLY_EXPIRED);
    String renewal = claim(renew(thief, stolen).expect(201).body());
    JsonNode further = enrol(thief, Map.of("deviceName", "泥棒のPC")).expect(201).body();
    String mine = session(other, user);
    JsonNode own = enrol(mine, Map.of("deviceName", "自分のPC")).expect(201).body();

    administrator.devices("POST", "/" + stolen.id() + "/revoke", Map.of()).expect(204);

    assertThat(certify(renewal).expect(404).problem()).isEqualTo("enrolment-unknown");
    assertThat(TestDevice.claim(tenant, Map.of("token", TestDevice.token(further))).problem())
        .isEqualTo("enrolment-unknown");
    assertThat(progress(mine, further)).isEqualTo("CANCELLED");
    assertThat(progress(mine, own)).as("made from another device").isEqualTo("CREATED");
    assertThat(own(thief, "GET", "", null).status()).as("the session").isEqualTo(401);
    TestDevice.enrol(tenant, TestDevice.token(own));
  }

  private static String progress(String token, JsonNode made) {
    return own(token, "GET", "/enrolments/" + made.get("id").asText(), null)
        .expect(200)
        .body()
        .get("state")
        .asText();
  }

  @Test
  void whatNobodyUsesForADayIsRevoked() {
    TestUser user = user("unused");
    TestDevice device = TestDevice.enrol(administrator, user, "使わないPC");
    TestDevice used = TestDevice.enrol(administrator, user, "使うPC");
    signIn(used, user);
    passed(device, DAY - 1);
    assertThat(state(user, device)).isEqualTo("ISSUED");

    passed(device, 2);
    passed(used, DAY + 1);

    assertThat(fault(device, user)).isEqualTo("Revoked");
    signIn(used, user);
  }

  @Test
  void usersAreToldBeforeTheirCertificatesExpire() throws InterruptedException {
    TestUser user = user("told");
    TestDevice device = TestDevice.enrol(administrator, user, "期限の近いPC");
    signIn(device, user);
    time("care");
    assertThat(mails(user)).isZero();

    passed(device, NEARLY_EXPIRED);

    Mailbox.Mail mail = MAILBOX.await(user.userId(), "有効期限が近づいています");
    assertThat(mail.text()).contains("期限の近いPC", user.userId());
    long first = mails(user);
    time("care");
    assertThat(mails(user)).as("once").isEqualTo(first);
    passed(device, 14 * DAY);
    Eventually.holds(() -> mails(user) == first + 1);
  }

  private static long mails(TestUser user) {
    return MAILBOX.to(user.userId()).stream()
        .filter(mail -> mail.subject().contains("有効期限が近づいています"))
        .count();
  }

  @Test
  void devicesAreEnrolledFromAFreshSessionOfADevice() {
    TestUser user = user("fresh");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    String token = session(device, user);
    Map<String, ?> wish = Map.of("deviceName", "電話");
    TestDevice.enrol(tenant, TestDevice.token(enrol(token, wish).expect(201).body()));

    DeviceAdministrationIT.proofsAged(tenant, user);

    assertThat(enrol(token, wish).expect(403).problem()).isEqualTo("sign-in-not-fresh");
    String withoutDevice = Portal.of(tenant.addUser("without-device")).token();
    assertThat(enrol(withoutDevice, wish).expect(403).problem()).isEqualTo("device-session-needed");
  }

  @Test
  void usersRenameAndRevokeTheirOwnDevicesOnly() {
    TestUser user = user("keeper");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    TestDevice foreign = TestDevice.enrol(administrator, user("neighbour"), "隣のPC");
    String token = session(device, user);
    String path = "/devices/" + device.id();

    From.Reply renamed = own(token, "PUT", path, Map.of("name", "受付のPC"));
    description.check("renameOwnDevice", renamed);
    renamed.expect(204);
    assertThat(listed(token, device).get("name").asText()).isEqualTo("受付のPC");
    own(token, "PUT", path, Map.of("name", " ")).expect(400);
    String theirs = "/devices/" + foreign.id();
    own(token, "PUT", theirs, Map.of("name", "奪ったPC")).expect(404);
    own(token, "POST", theirs + "/revoke", Map.of("reason", "LOST")).expect(404);

    assertThat(own(token, "POST", path + "/revoke", Map.of("reason", "ADMINISTRATOR")).problem())
        .isEqualTo("request-invalid");
    From.Reply revoked = own(token, "POST", path + "/revoke", Map.of("reason", "LOST"));
    description.check("revokeOwnDevice", revoked);
    revoked.expect(204);
    assertThat(own(token, "GET", "", null).status()).as("the session").isEqualTo(401);
    assertThat(fault(device, user)).isEqualTo("Revoked");
  }
}
