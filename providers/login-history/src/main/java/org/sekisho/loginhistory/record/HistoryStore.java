package org.sekisho.loginhistory.record;

import io.micrometer.core.instrument.Metrics;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Writes to the tables of the history inside the transaction of whatever is recorded: both are
 * committed, or neither is, so a sign-in that a user has got is in the history even if the server
 * dies the moment after. A savepoint around the writing keeps a failing store from failing the
 * sign-in.
 */
public final class HistoryStore {

  /** Metric: records that could not be written. */
  static final String LOST = "sekisho.login.history.lost";

  private static final String SAVEPOINT = "sekisho_history";

  private static final Logger LOG = Logger.getLogger(HistoryStore.class);

  private final EntityManager entities;

  public HistoryStore(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Statements that belong together. */
  @FunctionalInterface
  public interface Statements {
    void run(Connection connection) throws SQLException;
  }

  /**
   * Runs the statements; all of them count, or none does.
   *
   * @param what is recorded, for the log; names no person
   * @return false where the store failed, which has been counted and logged
   */
  public boolean write(String what, Statements statements) {
    AtomicBoolean written = new AtomicBoolean();
    try {
      entities
          .unwrap(Session.class)
          .doWork(connection -> written.set(inSavepoint(connection, what, statements)));
    } catch (RuntimeException failed) {
      lost(what, failed);
    }
    return written.get();
  }

  private static boolean inSavepoint(Connection connection, String what, Statements statements)
      throws SQLException {
    Savepoint before = connection.setSavepoint(SAVEPOINT);
    try {
      statements.run(connection);
      connection.releaseSavepoint(before);
      return true;
    } catch (SQLException | RuntimeException failed) {
      rollBack(connection);
      lost(what, failed);
      return false;
    }
  }

  /** As a statement: the connection itself refuses, because the transaction is not its own. */
  private static void rollBack(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback to savepoint \"" + SAVEPOINT + "\"");
    }
  }

  private static void lost(String what, Exception failed) {
    Metrics.counter(LOST).increment();
    LOG.errorf(failed, "The history has lost a record: %s", what);
  }
}
