package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.PatientPostgres;

/** Whose turn it is in a round that may end before all have had theirs; on the real database. */
class TurnsTest {

  private static final long MOMENT = 1_000;

  private static EmbeddedPostgres postgres;
  private static EntityManagerFactory database;

  @BeforeAll
  static void start() throws IOException {
    postgres = PatientPostgres.start();
    database =
        new HibernatePersistenceConfiguration("microsoft365")
            .managedClasses(DirectoryEntity.class, DomainEntity.class, RolloverEntity.class)
            .jdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
            .property("hibernate.hbm2ddl.auto", "update")
            .createEntityManagerFactory();
    database.runInTransaction(
        entities -> {
          tenant(entities, "a-failing", "directory", DomainState.FEDERATED, null);
          tenant(entities, "b-waiting", "directory", DomainState.FEDERATED, 1L);
          tenant(entities, "c-seen", "directory", DomainState.FEDERATED, MOMENT);
          tenant(entities, "d-scripts", null, DomainState.FEDERATED, null);
          tenant(entities, "e-slow", "directory", DomainState.FEDERATING, null);
          tenant(entities, "f-waiting", "directory", DomainState.ABANDONING, null);
          entities.find(DirectoryEntity.class, "a-failing").watchTriedAt = 2_000;
          entities.find(DirectoryEntity.class, "b-waiting").watchTriedAt = 1;
          entities.find(DirectoryEntity.class, "e-slow").workedAt = 2_000;
        });
  }

  private static void tenant(
      EntityManager entities, String id, String directory, DomainState state, Long watchedAt) {
    DirectoryEntity tenant = new DirectoryEntity();
    tenant.realmId = id;
    tenant.directoryId = directory;
    entities.persist(tenant);
    DomainEntity domain = new DomainEntity();
    domain.id = id;
    domain.realmId = id;
    domain.domain = id + ".example";
    domain.state = state;
    domain.watchedAt = watchedAt;
    entities.persist(domain);
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
    postgres.close();
  }

  private static List<String> read(Function<Microsoft365Store, List<String>> query) {
    return database.callInTransaction(entities -> query.apply(new Microsoft365Store(entities)));
  }

  @Test
  void whoHasWaitedLongestIsLookedAtFirstAndWhoHasNothingToLookAtIsNot() {
    assertThat(read(store -> store.unwatchedSince(MOMENT)))
        .containsExactly("b-waiting", "a-failing");
  }

  @Test
  void whoHasWaitedLongestGoesOnFirst() {
    assertThat(read(Microsoft365Store::unfinished)).containsExactly("f-waiting", "e-slow");
  }
}
