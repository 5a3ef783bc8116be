package org.sekisho.devicecertificate.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.authority.AuthorityEntity;
import org.sekisho.testsupport.PatientPostgres;

/** Two transactions that change one row: neither takes back what the other has done. */
class ConcurrentChangesTest {

  private static EmbeddedPostgres postgres;
  private static EntityManagerFactory database;

  @BeforeAll
  static void start() throws IOException {
    postgres = PatientPostgres.start();
    database =
        new HibernatePersistenceConfiguration("devices")
            .managedClasses(DeviceEntity.class, AuthorityEntity.class)
            .jdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
            .property("hibernate.hbm2ddl.auto", "update")
            .createEntityManagerFactory();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
    postgres.close();
  }

  @Test
  void aDeviceThatIsRevokedWhileAMailIsNotedStaysRevoked() {
    DeviceEntity device = new DeviceEntity();
    device.id = "device";
    device.state = DeviceState.ACTIVE;
    database.runInTransaction(entities -> entities.persist(device));

    database.runInTransaction(
        mail -> {
          DeviceEntity seen = mail.find(DeviceEntity.class, "device");
          database.runInTransaction(
              other -> other.find(DeviceEntity.class, "device").state = DeviceState.REVOKED);
          seen.expiryMail = 30;
        });

    DeviceEntity after = read(DeviceEntity.class, "device");
    assertThat(after.state).isEqualTo(DeviceState.REVOKED);
    assertThat(after.expiryMail).isEqualTo(30);
  }

  @Test
  void aRevocationIsNotForgottenByTheListThatIsBeingSigned() {
    AuthorityEntity authority = new AuthorityEntity();
    authority.id = "authority";
    authority.state = AuthorityEntity.State.ACTIVE;
    database.runInTransaction(entities -> entities.persist(authority));

    database.runInTransaction(
        signing -> {
          AuthorityEntity seen = signing.find(AuthorityEntity.class, "authority");
          database.runInTransaction(
              other -> other.find(AuthorityEntity.class, "authority").revokedAt = 7L);
          seen.crlNumber++;
          seen.crlAt = 5L;
        });

    AuthorityEntity after = read(AuthorityEntity.class, "authority");
    assertThat(after.revokedAt).isEqualTo(7L);
    assertThat(after.crlAt).isEqualTo(5L);
  }

  private static <T> T read(Class<T> type, String id) {
    try (EntityManager entities = database.createEntityManager()) {
      return entities.find(type, id);
    }
  }
}
