package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/**
 * What must hold on several nodes and when a node dies. In order, because a node takes its time to
 * start: first both serve, then they are killed, at last the backup is restored.
 */
@ExtendWith(Setup.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

  private static final List<String> TRACES =
      List.of(
          "select count(*) from REALM where NAME = ?",
          "select count(*) from SEKISHO_TENANT where NAME = ?",
          "select count(*) from SEKISHO_TENANT_DOMAIN where DOMAIN = ? || '.example'",
          "select count(*) from CLIENT where CLIENT_ID = ? || '-realm'");

  private static Cluster cluster;
  private static Operator first;
  private static Operator second;
  private static DeviceCluster devices;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.start();
    first = new Operator(cluster.first.url());
    second = new Operator(cluster.second.url());
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @Test
  @Order(5)
  void aSignInIsFinishedOnAnotherNodeThanItsDeviceWasSeenOn() {
    devices = DeviceCluster.open(cluster);
    devices.aSignInIsFinishedOnAnotherNodeThanItsDeviceWasSeenOn();
  }

  @Test
  @Order(6)
  void anInvitationOfOneNodeIsUsedOnceOnTheOthers() {
    devices.refresh();
    devices.anInvitationOfOneNodeIsUsedOnceOnTheOthers();
  }

  @Test
  @Order(7)
  void revokingADeviceOnOneNodeEndsItsSessionsOnTheOtherAndIsPublishedByBoth() throws Exception {
    devices.refresh();
    devices.revokingADeviceOnOneNodeEndsItsSessionsOnTheOtherAndIsPublishedByBoth();
  }

  @Test
  @Order(8)
  void aNodeKilledWhileItIssuesLeavesNothingAndAnotherGoesOn() throws Exception {
    devices.refresh();
    devices.aNodeKilledWhileItIssuesLeavesNothingAndAnotherGoesOn();
  }

  @Test
  @Order(9)
  void aNodeKilledInTheMiddleOfARolloverIsFollowedByTheOther() throws Exception {
    new RolloverCluster(cluster).aNodeKilledInTheMiddleOfARolloverIsFollowedByTheOther();
  }

  private static Map<String, Object> wish(String id, String domain) {
    return Map.of(
        "id", id, "displayName", "検査 " + id, "plan", "hybrid", "domains", List.of(domain));
  }

  private static <T> List<T> together(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Order(1)
  void ofTwoNodesThatRaceForADomainOneWins() throws Exception {
    for (int round = 0; round < 3; round++) {
      String domain = "raced-" + round + ".example";
      String id = "racer-" + round;
      List<Callable<Integer>> calls =
          List.of(
              () -> first.openTenant(wish(id + "-a", domain)).status(),
              () -> second.openTenant(wish(id + "-b", domain)).status());
      assertThat(together(calls)).containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  @Order(2)
  void ofTwoNodesThatRaceForTheLastIdOneWins() throws Exception {
    TestTenant tenant = TestTenant.openAt(cluster.first.url(), "lastid", "hybrid", "last.example");
    for (int i = 0; i < 49; i++) {
      String name = "user" + i + "@last.example";
      tenant.admin("POST", "/users", Map.of("username", name, "email", name)).orFail("Filling");
    }
    List<Callable<Integer>> calls = new ArrayList<>();
    for (Operator operator : List.of(first, second, first, second)) {
      String name = "racer" + calls.size() + "@last.example";
      calls.add(() -> operator.addUser("lastid", Map.of("userId", name)).status());
    }
    assertThat(together(calls)).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(first.readTenant("lastid").body().get("ids").get("used").asInt()).isEqualTo(50);
  }

  @Test
  @Order(3)
  void theEmergencyLockIsSeenAtOnceOnTheOtherNode() {
    TestTenant tenant = TestTenant.openAt(cluster.first.url(), "lock", "hybrid", "lock.example");
    TestUser user = tenant.addUser("taro");
    JsonNode given = TestToken.of(user);
    JsonNode tokens =
        TestToken.refreshAt(cluster.second.url(), tenant, given).orFail("Refreshing").body();
    first
        .send("POST", "/tenants/lock/users/" + user.userId() + "/lock", Map.of("ticket", "T-1"))
        .orFail("Locking");
    assertThat(TestToken.refreshAt(cluster.second.url(), tenant, tokens).status()).isEqualTo(400);
    assertThat(TestToken.refresh(tenant, tokens).status()).isEqualTo(400);
  }

  @Test
  @Order(4)
  void aSupportSessionCountsOnEveryNodeAndEndsOnEveryNode() {
    TestTenant.openAt(cluster.first.url(), "helped", "hybrid", "helped.example");
    String id = support("helped", 60).get("id").asText();
    assertThat(users(cluster.first, "helped")).isEqualTo(200);
    assertThat(users(cluster.second, "helped")).isEqualTo(200);
    second.send("DELETE", "/support-sessions/" + id, null).orFail("Ending");
    assertThat(users(cluster.first, "helped")).isEqualTo(403);
    assertThat(users(cluster.second, "helped")).isEqualTo(403);
  }

  private static JsonNode support(String tenant, int minutes) {
    return first
        .send(
            "POST",
            "/tenants/" + tenant + "/support-sessions",
            Map.of(
                "ticket",
                "T-1",
                "reason",
                "検査",
                "rights",
                List.of("view-users"),
                "minutes",
                minutes))
        .orFail("Support")
        .body();
  }

  private static int users(Node node, String tenant) {
    return Http.send(
            "GET",
            node.url() + "/admin/realms/" + tenant + "/users",
            null,
            new Operator(node.url()).token())
        .status();
  }

  @Test
  @Order(10)
  void aNodeKilledWhileItOpensTenantsLeavesEachWholeOrNotAtAll() throws Exception {
    List<String> ids = List.of("killed-a", "killed-b", "killed-c", "killed-d");
    ExecutorService threads = Executors.newFixedThreadPool(ids.size());
    List<Future<Integer>> openings = new ArrayList<>();
    for (String id : ids) {
      openings.add(threads.submit(() -> second.openTenant(wish(id, id + ".example")).status()));
    }
    cluster.awaitOpenWriteTo("realm");
    cluster.second.kill();
    assertThat(openings).as("calls that were cut off").anyMatch(ClusterIT::failed);
    threads.shutdownNow();
    cluster.awaitSettled();
    List<String> lost = new ArrayList<>();
    for (String id : ids) {
      int status = first.readTenant(id).status();
      assertThat(traces(id)).as(id).containsOnly(status == 200 ? 1L : 0L);
      if (status == 404) {
        lost.add(id);
      }
    }
    assertThat(lost).isNotEmpty();
    cluster.start(cluster.second);
    for (String id : lost) {
      assertThat(second.openTenant(wish(id, id + ".example")).status()).as(id).isEqualTo(201);
    }
    for (String id : ids) {
      HttpBrowser page =
          new HttpBrowser().open(cluster.first.url() + "/realms/" + id + "/sekisho/menu");
      assertThat(page.shows("username")).as(id).isTrue();
    }
  }

  private static boolean failed(Future<Integer> call) {
    try {
      call.get();
      return false;
    } catch (ExecutionException cutOff) {
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<Long> traces(String id) {
    return TRACES.stream().map(sql -> cluster.number(sql, id)).toList();
  }

  @Test
  @Order(11)
  void nodesKilledWhileTheyRemoveATenantLeaveItWholeOrGoneAndFinishLater() throws Exception {
    TestTenant tenant = TestTenant.openAt(cluster.first.url(), "ended", "hybrid", "ended.example");
    for (int i = 0; i < 40; i++) {
      String name = "user" + i + "@ended.example";
      tenant.admin("POST", "/users", Map.of("username", name, "email", name)).orFail("Filling");
    }
    IdAdministrator administrator = proposeToAskNoCodeHere();
    JsonNode support = support("helped", 1);
    ToldApplication away = lockWhileTheApplicationIsAway();
    Map<String, String> close = Map.of("ticket", "T-9", "confirmation", "ended");
    first.send("POST", "/tenants/ended/close", close).orFail("Closing");
    assertThat(traces("ended")).containsOnly(1L);
    killInTheMiddleOfTheRemovalOf(tenant);
    assertThat(List.of(List.of(1L, 1L, 1L, 1L), List.of(0L, 0L, 0L, 0L)))
        .as("whole or gone")
        .contains(traces("ended"));
    Node.rotate();
    cluster.start(cluster.first);
    cluster.start(cluster.second);
    Eventually.holdsWithin(120, () -> traces("ended").stream().allMatch(count -> count == 0));
    assertThat(
            cluster.number(
                "select count(*) from USER_ENTITY where USERNAME like ?", "%@ended.example"))
        .isZero();
    away.speak();
    endsByItselfThoughItsNodeDied(support);
    returnsByItselfThoughItsNodeDied(administrator);
    isToldThoughItsNodeDied(away);
  }

  /** The test holds a user's row, so that the removal cannot be over before it is seen. */
  private static void killInTheMiddleOfTheRemovalOf(TestTenant tenant) throws Exception {
    String user = "select ID from USER_ENTITY where USERNAME = ?";
    try (Connection held = cluster.holdRow(user, "user20@" + tenant.domain)) {
      Http.send("POST", tenant.url() + "/test-access/time-passed", null, null).orFail("Time");
      cluster.awaitOpenWriteTo("user_entity");
      cluster.awaitSomebodyWaiting();
      cluster.first.kill();
      cluster.second.kill();
      held.rollback();
    }
    cluster.awaitSettled();
  }

  private static ToldApplication lockWhileTheApplicationIsAway() {
    TestTenant tenant = TestTenant.openAt(cluster.first.url(), "told", "hybrid", "told.example");
    ToldApplication application = new ToldApplication();
    application.fallSilent();
    IdAdministrator.registerClient(tenant);
    ObjectNode client =
        (ObjectNode) tenant.admin("GET", "/clients?clientId=test-app", null).body().get(0);
    client.withObject("/attributes").put("backchannel.logout.url", application.url());
    tenant.admin("PUT", "/clients/" + client.get("id").asText(), client).orFail("The address");
    TestUser user = tenant.addUser("taro");
    TestToken.of(user);
    second
        .send("POST", "/tenants/told/users/" + user.userId() + "/lock", Map.of("ticket", "T-1"))
        .orFail("Locking");
    assertThat(notices()).isGreaterThanOrEqualTo(2);
    return application;
  }

  private static long notices() {
    return cluster.number(
        "select count(*) from SEKISHO_SIGN_OUT_NOTICE n join REALM r on r.ID = n.REALM_ID"
            + " where r.NAME = ?",
        "told");
  }

  private static void isToldThoughItsNodeDied(ToldApplication application)
      throws InterruptedException {
    // The session and the user; the mail gateway of the tenant is not there.
    Eventually.holdsWithin(600, () -> application.tokens().size() == 2);
    application.close();
  }

  /** A change of who gets in that nobody confirms; the other node knows it at once. */
  private static IdAdministrator proposeToAskNoCodeHere() {
    TestTenant tenant =
        TestTenant.openAt(cluster.first.url(), "pending", "individual", "pending.example");
    IdAdministrator administrator = IdAdministrator.of(tenant, new From("127.0.0.1"));
    administrator.put("/networks", IdAdministrator.networks(List.of("127.0.0.1"))).expect(200);
    administrator
        .put(
            "/login-policies",
            Map.of(
                "policies",
                List.of(IdAdministrator.everybody(IdAdministrator.PASSWORD, IdAdministrator.TWO))))
        .expect(200);
    assertThat(SignIn.withPassword(administrator.user).location()).startsWith(tenant.portalUrl());
    String there = administrator.url("").replace(cluster.first.url(), cluster.second.url());
    JsonNode overview =
        new From("127.0.0.1")
            .send("GET", there, administrator.token(), null, null)
            .expect(200)
            .body();
    assertThat(overview.has("confirmBy")).isTrue();
    return administrator;
  }

  private static void returnsByItselfThoughItsNodeDied(IdAdministrator administrator)
      throws InterruptedException {
    long confirmBy =
        cluster.number(
            "select cast(nullif(split_part(a.VALUE, ';', 2), '') as bigint) from REALM_ATTRIBUTE a"
                + " join REALM r on r.ID = a.REALM_ID"
                + " where r.NAME = ? and a.NAME = 'sekisho.access-rules'",
            "pending");
    Thread.sleep(Math.max(0, confirmBy - System.currentTimeMillis()) + 100);
    assertThat(SignIn.withPassword(administrator.user).shows("code")).isTrue();
    Eventually.holdsWithin(
        120,
        () ->
            cluster.number(
                    "select count(*) from SEKISHO_ACCESS_RULES"
                        + " where STATE = 'REVERTED' and DECIDED_BY = ?",
                    "time")
                == 1);
  }

  /** One minute, of which most went by while the nodes were killed and started. */
  private static void endsByItselfThoughItsNodeDied(JsonNode support) throws InterruptedException {
    Instant end = Instant.parse(support.get("endsAt").asText());
    long left = Duration.between(Instant.now(), end).toMillis();
    Thread.sleep(Math.max(0, left) + 100);
    assertThat(users(cluster.first, "helped")).isEqualTo(403);
    assertThat(users(cluster.second, "helped")).isEqualTo(403);
  }

  @Test
  @Order(12)
  void afterARotationKeysAreUnderTheNewKeyAndNewOnesInTheToken() throws Exception {
    devices.refresh();
    devices.keysAreWrappedUnderTheNewKey();
    devices.refresh();
    devices.theNextGenerationIsInTheTokenOnEveryNodeAndGoesWithItsTenant();
  }

  /** Realms made by Keycloak's own API, as an upgrade would leave them. */
  @Test
  @Order(13)
  void aStartTakesForeignRolesOutOfTheMasterAdminRole() throws Exception {
    String token = first.token();
    Http.send(
            "POST",
            cluster.first.url() + "/admin/realms",
            Map.of("realm", "foreign", "enabled", true),
            token)
        .orFail("A foreign realm");
    String foreign =
        "select count(*) from COMPOSITE_ROLE c join KEYCLOAK_ROLE r on r.ID = c.CHILD_ROLE"
            + " join CLIENT k on k.ID = r.CLIENT where k.CLIENT_ID = ?"
            + " and c.COMPOSITE in (select ID from KEYCLOAK_ROLE where NAME = 'admin')";
    assertThat(cluster.number(foreign, "foreign-realm")).isGreaterThan(10);
    long own = cluster.number(foreign, "master-realm");
    cluster.second.close();
    cluster.start(cluster.second);
    assertThat(cluster.number(foreign, "foreign-realm")).isZero();
    assertThat(cluster.number(foreign, "master-realm")).isEqualTo(own).isPositive();
  }

  @Test
  @Order(14)
  void aBackupRestoresToAWorkingService() throws Exception {
    TestTenant tenant =
        TestTenant.openAt(cluster.first.url(), "backup", "hybrid", "backup.example");
    TestUser user = tenant.addUser("taro");
    Path dump = cluster.backUp();
    TestTenant.openAt(cluster.first.url(), "after", "hybrid", "after.example");
    cluster.first.close();
    cluster.second.close();
    cluster.restore(dump);
    cluster.start(cluster.first);
    assertThat(first.readTenant("backup").body().get("ids").get("used").asInt()).isEqualTo(1);
    assertThat(first.readTenant("after").status()).isEqualTo(404);
    assertThat(SignIn.firstTime(user).location()).startsWith(tenant.portalUrl());
  }
}
