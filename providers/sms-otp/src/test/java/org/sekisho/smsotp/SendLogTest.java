package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.PatientPostgres;

/** What the limits count, on the real database. */
class SendLogTest {

  private static final long NOW = 1_000_000;
  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private static EmbeddedPostgres postgres;
  private static EntityManagerFactory database;
  private static SendLog log;

  @BeforeAll
  static void start() throws IOException {
    postgres = PatientPostgres.start();
    database =
        new HibernatePersistenceConfiguration("send-log")
            .managedClasses(SmsCodeEntity.class, SmsSendEntity.class)
            .jdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
            .property("hibernate.hbm2ddl.auto", "update")
            .createEntityManagerFactory();
    log =
        new SendLog(
            new OwnTransaction() {
              @Override
              public <T> T run(Function<EntityManager, T> work) {
                return database.callInTransaction(work);
              }
            });
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
    postgres.close();
  }

  private static SendRequest request(
      String realm, String user, String number, String address, boolean registering) {
    return new SendRequest(realm, user, new PhoneNumber(number), address, registering);
  }

  private static String reserve(SendRequest request, long at) {
    String id = UUID.randomUUID().toString();
    log.reserve(id, request, at);
    return id;
  }

  private static SendLimits.History history(String own, SendRequest request) {
    return judge(new SendHistory(), own, request, NOW, Integer.MAX_VALUE).history();
  }

  @Test
  void eachLimitCountsItsOwnMessagesAndNotTheOneInQuestion() {
    SendRequest mine = request("r1", "u1", "+819011110001", "192.0.2.1", false);
    reserve(mine, NOW - 60);
    reserve(mine, NOW - 120);
    reserve(request("r1", "u1", "+819011110002", "192.0.2.2", false), NOW - 1);
    reserve(request("r1", "u2", "+819011110003", "192.0.2.1", false), NOW - 1);
    reserve(request("r2", "u3", "+819011110001", "192.0.2.2", false), NOW - 90);
    reserve(request("r1", "u1", "+819011110001", "192.0.2.2", true), NOW - 1);
    String own = reserve(mine, NOW);

    SendLimits.History history = history(own, mine);

    assertThat(history.toNumber()).containsExactly(NOW - 120, NOW - 90, NOW - 60);
    assertThat(history.toUser()).isEqualTo(4);
    assertThat(history.byTenant()).isEqualTo(5);
    assertThat(history.fromAddress()).isEqualTo(3);
  }

  @Test
  void addressesAreCountedForAnHourAndAllElseForADay() {
    SendRequest old = request("r9", "u9", "+819011110009", "192.0.2.9", true);
    reserve(old, NOW - DAY);
    reserve(old, NOW - DAY + 1);
    reserve(old, NOW - HOUR);
    reserve(old, NOW - HOUR + 1);
    String own = reserve(old, NOW);

    assertThat(history(own, old))
        .isEqualTo(
            new SendLimits.History(List.of(NOW - DAY + 1, NOW - HOUR, NOW - HOUR + 1), 3, 3, 1));
  }

  @Test
  void whereNothingWasSentNothingIsCounted() {
    SendRequest first = request("r5", "u5", "+819011110005", "192.0.2.5", false);
    String own = reserve(first, NOW);
    assertThat(history(own, first)).isEqualTo(new SendLimits.History(List.of(), 0, 0, 0));
  }

  private static String statusOf(String id) {
    return database.callInTransaction(
        (EntityManager entities) -> entities.find(SmsSendEntity.class, id).status);
  }

  private static void inTransaction(Consumer<EntityManager> work) {
    database.runInTransaction(work);
  }

  @Test
  void aReportFindsItsMessageAndNoOther() {
    String mine = reserve(request("r6", "u6", "+819011110006", "192.0.2.6", false), NOW);
    String other = reserve(request("r6", "u6", "+819011110006", "192.0.2.6", false), NOW);
    inTransaction(entities -> SendLog.accepted(entities, mine, "SM6"));
    assertThat(statusOf(mine)).isEqualTo("accepted");
    inTransaction(entities -> SendLog.reportDelivery(entities, mine, "delivered"));
    inTransaction(entities -> SendLog.failed(entities, other));
    assertThat(statusOf(mine)).isEqualTo("delivered");
    assertThat(statusOf(other)).isEqualTo("failed");
  }

  @Test
  void aReportThatIsFasterThanTheAnswerStays() {
    String mine = reserve(request("r7", "u7", "+819011110007", "192.0.2.7", false), NOW);
    inTransaction(entities -> SendLog.reportDelivery(entities, mine, "undelivered"));
    inTransaction(entities -> SendLog.accepted(entities, mine, "SM7"));
    assertThat(statusOf(mine)).isEqualTo("undelivered");
  }

  /** A limit of the tenant's day alone. */
  private static SendHistory.Judged judge(
      SendHistory node, String own, SendRequest request, long now, int most) {
    return database.callInTransaction(
        reading ->
            node.judge(
                reading,
                own,
                request,
                now,
                sent -> new SendLimits.Decision(0, sent.byTenant() < most ? null : "tenant_day")));
  }

  private static SendHistory.Judged next(
      SendHistory node, SendRequest request, long now, int most) {
    return judge(node, reserve(request, now), request, now, most);
  }

  private static SendRequest busy(String realm, String address) {
    SendRequest busy = request(realm, "u8", "+819011110008", address, false);
    for (int i = 0; i < KnownCounts.WORTH_KEEPING; i++) {
      reserve(busy, NOW - 1_000);
    }
    return busy;
  }

  /** As if they had grown too old. */
  private static void forgetAllBefore(String realm, long time) {
    inTransaction(
        entities ->
            entities
                .createQuery(
                    "delete from SmsSendEntity s where s.realmId = :realm and s.sentAt < :time")
                .setParameter("realm", realm)
                .setParameter("time", time)
                .executeUpdate());
  }

  @Test
  void whatALongWindowHoldsIsReadOnceInAWhile() {
    SendHistory node = new SendHistory();
    SendRequest busy = busy("r8", "192.0.2.8");
    int many = KnownCounts.WORTH_KEEPING;
    assertThat(next(node, busy, NOW, 1_000).history().byTenant()).isEqualTo(many);
    forgetAllBefore("r8", NOW);
    SendLimits.History known = next(node, busy, NOW + 1, 1_000).history();
    assertThat(known.byTenant()).isEqualTo(many + 1);
    assertThat(known.fromAddress()).isEqualTo(many + 1);
  }

  @Test
  void nobodyIsRefusedByARememberedNumber() {
    SendHistory node = new SendHistory();
    SendRequest busy = busy("r10", "192.0.2.10");
    next(node, busy, NOW, 1_000);
    forgetAllBefore("r10", NOW);
    SendHistory.Judged judged = next(node, busy, NOW + 1, KnownCounts.WORTH_KEEPING);
    assertThat(judged.decision().allowed()).isTrue();
    assertThat(judged.history().byTenant()).isEqualTo(1);
    // And the wrong number is gone.
    assertThat(next(node, busy, NOW + 2, 1_000).history().byTenant()).isEqualTo(2);
  }

  @Test
  void whoIsOverTheLimitIsRefused() {
    SendHistory node = new SendHistory();
    SendRequest busy = busy("r11", "192.0.2.11");
    int most = KnownCounts.WORTH_KEEPING + 1;
    assertThat(next(node, busy, NOW, most).decision().allowed()).isTrue();
    assertThat(next(node, busy, NOW + 1, most).decision().exceededLimit()).isEqualTo("tenant_day");
  }

  @Test
  void aFailureNeverTakesThePlaceOfAReport() {
    String mine = reserve(request("r12", "u7", "+819011110012", "192.0.2.7", false), NOW);
    inTransaction(entities -> SendLog.reportDelivery(entities, mine, "delivered"));
    inTransaction(entities -> SendLog.failed(entities, mine));
    assertThat(statusOf(mine)).isEqualTo("delivered");
  }
}
