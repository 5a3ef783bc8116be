package org.sekisho.devicecertificate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.sekisho.testsupport.PatientPostgres;

/** The tables in a PostgreSQL of the test's own. */
public final class TestDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres = PatientPostgres.start();
  private final EntityManagerFactory factory =
      new HibernatePersistenceConfiguration("devices")
          .managedClasses(new DeviceTables().getEntities())
          .jdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
          .property("hibernate.hbm2ddl.auto", "update")
          .createEntityManagerFactory();

  public TestDatabase() throws IOException {}

  public void add(Object entity) {
    run(entities -> entities.persist(entity));
  }

  public void run(Consumer<EntityManager> work) {
    factory.runInTransaction(work);
  }

  public <T> T call(Function<EntityManager, T> work) {
    return factory.callInTransaction(work);
  }

  @Override
  public void close() throws IOException {
    factory.close();
    postgres.close();
  }
}
