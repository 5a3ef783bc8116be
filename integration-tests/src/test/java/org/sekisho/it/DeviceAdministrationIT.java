package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/** How ID administrators rule enrolment, invite many, and take devices out as a file. */
@ExtendWith(Setup.class)
class DeviceAdministrationIT {

  private static final String HEADER = "userId,deviceName,pairing,hours\r\n";
  private static final Map<String, Object> USUAL =
      Map.of(
          "devicesPerUser", 5,
          "certificateDays", 397,
          "invitationHours", 24,
          "pairingRequired", false,
          "hardwareRequired", false,
          "serverMade", false,
          "firstDeviceUntil", 0);

  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static OpenApi description;
  private static OpenApi settings;

  @BeforeAll
  static void open() {
    tenant = TestTenant.openWithDevices("device-admin", "device-admin.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
    description =
        new OpenApi(administrator.devices("GET", "/openapi.json", null).expect(200).body());
    settings = new OpenApi(administrator.get("/openapi.json").expect(200).body());
  }

  @BeforeEach
  void refresh() {
    administrator.refresh();
    administrator.put("/devices", USUAL).expect(200);
  }

  private static From.Reply put(Map<String, ?> wish) {
    From.Reply reply = administrator.put("/devices", wish);
    settings.check("changeDeviceSettings", reply);
    return reply;
  }

  @Test
  void settingsAreReadAndChangedWithTheVersionThatWasRead() {
    From.Reply read = administrator.get("/devices").expect(200);
    settings.check("deviceSettings", read);
    assertThat(read.body().get("devicesPerUser").asInt()).isEqualTo(5);
    assertThat(read.body().get("certificateDays").asInt()).isEqualTo(397);
    Map<String, ?> wish = Map.of("certificateDays", 90, "reason", "監査の指摘");
    assertThat(administrator.call(OFFICE, "PUT", "/devices", null, wish).expect(428).problem())
        .isEqualTo("if-match-missing");

    JsonNode after =
        administrator.call(OFFICE, "PUT", "/devices", read.etag(), wish).expect(200).body();

    assertThat(after.get("certificateDays").asInt()).isEqualTo(90);
    assertThat(after.get("devicesPerUser").asInt()).as("what is left out stays").isEqualTo(5);
    assertThat(
            administrator.call(OFFICE, "PUT", "/devices", read.etag(), wish).expect(412).problem())
        .isEqualTo("settings-changed");
    String event =
        tenant
            .admin("GET", "/admin-events?max=100&resourcePath=sekisho/settings/devices", null)
            .body()
            .get(0)
            .get("representation")
            .asText();
    assertThat(event).contains("監査の指摘", "\"certificateDays\":397", "\"certificateDays\":90");
  }

  @Test
  void everythingThatIsOutOfRangeIsNamed() {
    JsonNode refused =
        put(Map.of(
                "devicesPerUser",
                21,
                "certificateDays",
                29,
                "invitationHours",
                73,
                "serverMade",
                true,
                "hardwareRequired",
                true,
                "firstDeviceUntil",
                System.currentTimeMillis() + Duration.ofDays(91).toMillis()))
            .expect(400)
            .body();
    assertThat(refused.get("faults").findValuesAsText("member"))
        .containsExactly(
            "devicesPerUser",
            "certificateDays",
            "invitationHours",
            "serverMade",
            "firstDeviceUntil");
    assertThat(put(Map.of("reason", "")).expect(400).problem()).isEqualTo("request-invalid");
  }

  @Test
  void plansWithoutTheOptionOrWithLockedRulesHaveNoSuchSettings() {
    TestTenant without =
        TestTenant.open("device-admin-2", "individual", "device-admin-2.example").withoutTls();
    IdAdministrator theirs = IdAdministrator.of(without, OFFICE);
    assertThat(theirs.get("/devices").expect(403).problem()).isEqualTo("devices-not-available");
    assertThat(
            theirs
                .call(OFFICE, "PUT", "/devices", "\"x\"", Map.of("reason", "検査"))
                .expect(403)
                .problem())
        .isEqualTo("devices-not-available");
    assertThat(theirs.devices("GET", "", null).expect(403).problem())
        .isEqualTo("devices-not-available");
    JsonNode own =
        OFFICE
            .send("GET", without.url() + "/sekisho-devices", theirs.token(), null, null)
            .expect(200)
            .body();
    assertThat(own.get("available").asBoolean()).isFalse();
    assertThat(own.get("devices")).isEmpty();

    IdAdministrator locked = IdAdministrator.of(TestTenant.open().withoutTls(), OFFICE);
    assertThat(
            locked
                .call(OFFICE, "PUT", "/devices", "\"x\"", Map.of("reason", "検査"))
                .expect(403)
                .problem())
        .isEqualTo("settings-locked");
  }

  @Test
  void whatIsSetHolds() {
    TestUser user = tenant.addUser("bounded");
    put(Map.of(
            "devicesPerUser", 1,
            "certificateDays", 30,
            "invitationHours", 2,
            "pairingRequired", true))
        .expect(200);
    From.Reply invited = TestDevice.invite(administrator, user, "PC", Map.of());
    description.check("invite", invited);
    assertThat(invited.expect(201).body().get("pairingCode").asText()).matches("[0-9]{6}");
    assertThat(invited.body().get("expiresAt").asLong() - System.currentTimeMillis())
        .isBetween(Duration.ofMinutes(118).toMillis(), Duration.ofHours(2).toMillis());
    put(Map.of("pairingRequired", false)).expect(200);
    JsonNode second = TestDevice.invite(administrator, user, "PC 2", Map.of()).expect(201).body();
    TestDevice first = TestDevice.enrol(administrator, user, "PC 1");
    assertThat(
            Duration.between(
                java.time.Instant.now(), first.chain().get(0).getNotAfter().toInstant()))
        .isBetween(Duration.ofDays(29), Duration.ofDays(30));
    String claim =
        TestDevice.claim(tenant, Map.of("token", TestDevice.token(second)))
            .expect(200)
            .body()
            .get("claim")
            .asText();
    assertThat(TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())).problem())
        .isEqualTo("device-limit-reached");
  }

  @Test
  void invitationsAreListedFollowedAndCancelled() {
    TestUser user = tenant.addUser("followed");
    JsonNode invited = TestDevice.invite(administrator, user, "PC", Map.of()).expect(201).body();
    String id = invited.get("id").asText();
    From.Reply list = administrator.devices("GET", "/invitations", null);
    description.check("listInvitations", list);
    assertThat(list.body().get("invitations").findValuesAsText("id")).contains(id);
    assertThat(list.body().toString()).doesNotContain(TestDevice.token(invited));

    From.Reply cancelled = administrator.devices("POST", "/invitations/" + id + "/cancel", null);
    description.check("cancelInvitation", cancelled);

    cancelled.expect(204);
    From.Reply progress = administrator.devices("GET", "/invitations/" + id, null);
    description.check("invitationProgress", progress);
    assertThat(progress.body().get("state").asText()).isEqualTo("CANCELLED");
    assertThat(TestDevice.claim(tenant, Map.of("token", TestDevice.token(invited))).problem())
        .isEqualTo("enrolment-unknown");
    for (int i = 0; i < 3; i++) {
      TestDevice.invite(administrator, user, "PC " + i, Map.of()).expect(201);
    }
    From.Reply fourth = TestDevice.invite(administrator, user, "PC 4", Map.of());
    description.check("invite", fourth);
    assertThat(fourth.expect(429).problem()).isEqualTo("too-many-enrolments");
  }

  @Test
  void anInvitationToOneselfIsOneLikeOthersAndNeedsAFreshSignIn() {
    administrator.signInAnew();
    TestUser self = administrator.user;
    JsonNode invited = TestDevice.invite(administrator, self, "管理のPC", Map.of()).expect(201).body();
    String path = "/invitations/" + invited.get("id").asText();
    assertThat(administrator.devices("GET", "/invitations", null).body().toString())
        .contains(invited.get("id").asText());
    administrator.devices("GET", path, null).expect(200);
    administrator.devices("POST", path + "/cancel", null).expect(204);
    assertThat(TestDevice.claim(tenant, Map.of("token", TestDevice.token(invited))).problem())
        .isEqualTo("enrolment-unknown");

    proofsAged(tenant, self);

    From.Reply stale = TestDevice.invite(administrator, self, "PC", Map.of());
    description.check("invite", stale);
    assertThat(stale.expect(403).problem()).isEqualTo("sign-in-not-fresh");
    String csv = HEADER + self.userId() + ",PC,,\r\n";
    assertThat(start(csv, check(csv).etag()).expect(403).problem()).isEqualTo("sign-in-not-fresh");
    TestDevice.invite(administrator, tenant.addUser("somebody-else"), "PC", Map.of()).expect(201);
  }

  /** Lets what was proven in the sessions of a user be ten minutes older. */
  static void proofsAged(TestTenant of, TestUser user) {
    String path = "/test-access/device-time/proofs?minutes=10&user=" + user.id();
    Http.send("POST", of.url() + path, null, null).orFail("Time");
  }

  @Test
  void aDisabledUserIsNotInvited() {
    TestUser user = tenant.addUser("disabled");
    user.admin("PUT", "", Map.of("enabled", false)).orFail("Disabling");
    From.Reply refused = TestDevice.invite(administrator, user, "PC", Map.of());
    description.check("invite", refused);
    assertThat(refused.expect(409).problem()).isEqualTo("user-disabled");
  }

  private static From.Reply check(String csv) {
    From.Reply reply =
        administrator.invitationFile("/check", null, csv.getBytes(StandardCharsets.UTF_8));
    description.check("checkInvitationFile", reply);
    return reply;
  }

  private static From.Reply start(String csv, String etag) {
    From.Reply reply = administrator.invitationFile("", etag, csv.getBytes(StandardCharsets.UTF_8));
    description.check("inviteByFile", reply);
    return reply;
  }

  private static int waiting() {
    return administrator.devices("GET", "/invitations", null).body().get("invitations").size();
  }

  @Test
  void aFileIsCheckedLineByLineInTheLanguageOfTheCaller() {
    TestUser user = tenant.addUser("line");
    String csv =
        HEADER
            + user.userId()
            + ",受付のPC,yes,48\r\nnobody@device-admin.example,PC,,\r\n"
            + user.userId()
            + ",,,100\r\n";
    int before = waiting();

    JsonNode checked = check(csv).expect(200).body();

    assertThat(checked.get("right").asInt()).isEqualTo(1);
    assertThat(checked.get("wrong").asInt()).isEqualTo(2);
    assertThat(checked.get("lines").findValuesAsText("code"))
        .containsExactly("USER_UNKNOWN", "NAME_INVALID", "HOURS_INVALID");
    assertThat(checked.get("lines").get(1).get("line").asInt()).isEqualTo(3);
    assertThat(checked.get("lines").get(1).get("faults").get(0).get("text").asText())
        .isEqualTo("このユーザーIDのユーザーはいません。");
    assertThat(waiting()).as("nothing is changed").isEqualTo(before);
    byte[] file = csv.getBytes(Charset.forName("windows-31j"));
    JsonNode english =
        administrator.invitationFile("/check?lang=en", null, file).expect(200).body();
    assertThat(english.get("lines").get(0).get("deviceName").asText()).isEqualTo("受付のPC");
    assertThat(english.get("lines").get(1).get("faults").get(0).get("text").asText())
        .isEqualTo("No user has this user ID.");
    From.Reply unreadable = check("userId,owner\r\nx,y\r\n");
    assertThat(unreadable.expect(400).problem()).isEqualTo("csv-unreadable");
    assertThat(unreadable.body().get("code").asText()).isEqualTo("COLUMN_UNKNOWN");
  }

  @Test
  void onlyTheFileThatWasCheckedIsStartedAndOnlyAsAWhole() {
    TestUser one = tenant.addUser("whole-1");
    TestUser other = tenant.addUser("whole-2");
    String csv = HEADER + one.userId() + ",PC,yes,48\r\n" + other.userId() + ",電話,,\r\n";
    String etag = check(csv).expect(200).etag();
    int before = waiting();
    assertThat(start(csv, null).expect(428).problem()).isEqualTo("if-match-missing");
    assertThat(start(csv.replace("PC", "PD"), etag).expect(412).problem())
        .isEqualTo("csv-not-checked");
    String broken = csv + "nobody@device-admin.example,PC,,\r\n";
    From.Reply refused = start(broken, check(broken).etag());
    assertThat(refused.expect(400).problem()).isEqualTo("csv-refused");
    assertThat(refused.body().get("lines").findValuesAsText("line")).containsExactly("4");
    assertThat(waiting()).as("nobody is invited by these").isEqualTo(before);

    JsonNode started = start(csv, etag).expect(201).body().get("invitations");

    assertThat(started).hasSize(2);
    assertThat(waiting()).isEqualTo(before + 2);
    assertThat(started.get(0).get("pairingCode").asText()).matches("[0-9]{6}");
    assertThat(started.get(1).has("pairingCode")).isFalse();
    TestDevice.enrol(tenant, TestDevice.token(started.get(1)));
    String path =
        "/admin-events?max=10&resourcePath=sekisho/devices/invitations/"
            + started.get(0).get("id").asText();
    assertThat(tenant.admin("GET", path, null).body().get(0).get("representation").asText())
        .contains(one.userId());
  }

  @Test
  void aFileThatIsSentTwiceInvitesOnce() {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < 3; i++) {
      TestUser user = tenant.addUser("twice-" + i);
      for (int device = 0; device < 3; device++) {
        csv.append(user.userId()).append(",PC ").append(device).append(",,\r\n");
      }
    }
    String file = csv.toString();
    String etag = check(file).expect(200).etag();
    int before = waiting();
    assertThat(start(file, etag).expect(201).body().get("invitations")).hasSize(9);
    assertThat(waiting()).isEqualTo(before + 9);
    JsonNode again = start(file, etag).expect(400).body();
    assertThat(again.get("lines").findValuesAsText("code"))
        .as("a file that is sent twice invites once")
        .contains("TOO_MANY_WAITING");
    assertThat(waiting()).isEqualTo(before + 9);
  }

  @Test
  void theFileForSpreadsheetsRunsNothing() {
    TestUser user = tenant.addUser("formula");
    TestDevice.enrol(administrator, user, "=1+1");
    TestDevice.enrol(administrator, user, "普通のPC");
    String url = Setup.PORTS.serverUrl() + "/admin/realms/device-admin/sekisho/devices/devices.csv";
    String csv = text(url + "?lang=en&user=" + user.userId());
    assertThat(csv)
        .startsWith("\uFEFF\"User ID\",\"Device\"")
        .contains("\"" + user.userId() + "\",\"'=1+1\"", "\"普通のPC\"");
    assertThat(csv.lines()).hasSize(3);
    assertThat(text(url)).startsWith("\uFEFF\"ユーザーID\"");
    assertThat(administrator.devices("GET", "/devices.csv?zone=Nowhere", null).status())
        .isEqualTo(400);
    description.check("listDevices", administrator.devices("GET", "?limit=1", null).expect(200));
  }

  private static String text(String url) {
    return Http.getText(url, administrator.token());
  }

  @Test
  void everyInvitationOfAFileIsTakenByItsUserOnly() {
    List<TestUser> users = List.of(tenant.addUser("file-a"), tenant.addUser("file-b"));
    String csv = HEADER + users.get(0).userId() + ",A,,\n" + users.get(1).userId() + ",B,,\n";
    JsonNode started = start(csv, check(csv).etag()).expect(201).body().get("invitations");
    for (int i = 0; i < 2; i++) {
      JsonNode claimed =
          TestDevice.claim(tenant, Map.of("token", TestDevice.token(started.get(i))))
              .expect(200)
              .body();
      assertThat(claimed.get("user").asText()).isEqualTo(users.get(i).userId());
    }
  }
}
