package org.sekisho.devicecertificate.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.RevocationReason;
import org.sekisho.testsupport.PatientPostgres;

/** What is due is what the row says at the time of the revocation, not when it was found. */
class DeviceCareTest {

  private static final long NOW = Duration.ofDays(100).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static EmbeddedPostgres postgres;
  private static EntityManagerFactory database;

  @BeforeAll
  static void start() throws IOException {
    postgres = PatientPostgres.start();
    database =
        new HibernatePersistenceConfiguration("care")
            .managedClasses(DeviceEntity.class)
            .jdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
            .property("hibernate.hbm2ddl.auto", "update")
            .createEntityManagerFactory();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
    postgres.close();
  }

  private static DeviceEntity add(String id, DeviceState state, long issuedAt, Long until) {
    DeviceEntity device = new DeviceEntity();
    device.id = id;
    device.state = state;
    device.issuedAt = issuedAt;
    device.supersededUntil = until;
    database.runInTransaction(entities -> entities.persist(device));
    return device;
  }

  private static Optional<RevocationReason> due(String id) {
    return database.callInTransaction(
        entities -> DeviceCare.due(entities, entities.find(DeviceEntity.class, id), NOW));
  }

  @Test
  void aDeviceThatIsFirstUsedMeanwhileIsNotRevoked() {
    add("used", DeviceState.ISSUED, NOW - DAY - 1, null);
    Optional<RevocationReason> reason =
        database.callInTransaction(
            care -> {
              DeviceEntity found = care.find(DeviceEntity.class, "used");
              database.runInTransaction(
                  other -> other.find(DeviceEntity.class, "used").state = DeviceState.ACTIVE);
              return DeviceCare.due(care, found, NOW);
            });
    assertThat(reason).isEmpty();
  }

  @Test
  void whatWasNotUsedForADayOrHasGivenWayIsRevoked() {
    add("unused", DeviceState.ISSUED, NOW - DAY - 1, null);
    add("waits", DeviceState.ISSUED, NOW - DAY, null);
    add("old", DeviceState.SUPERSEDED, 1, NOW - 1);
    add("older", DeviceState.SUPERSEDED, 1, NOW);
    add("active", DeviceState.ACTIVE, 1, null);
    assertThat(due("unused")).contains(RevocationReason.NEVER_USED);
    assertThat(due("waits")).isEmpty();
    assertThat(due("old")).contains(RevocationReason.REPLACED);
    assertThat(due("older")).isEmpty();
    assertThat(due("active")).isEmpty();
  }
}
