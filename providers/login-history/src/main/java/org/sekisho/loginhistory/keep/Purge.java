package org.sekisho.loginhistory.keep;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.hibernate.Session;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.historyseal.UuidV7;
import org.sekisho.loginhistory.record.TenantsWithRecords;

/**
 * Deletes what is older than the tenant keeps it: a thousand rows in each transaction, tenant after
 * tenant, and no realm is loaded for it. A round ends after some seconds and the next one goes on
 * from there; two nodes at once do no harm.
 */
public final class Purge implements ScheduledTask {

  private static final int BATCH = 1_000;
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);

  private static final List<String> BY_TIME =
      List.of(
          "delete from SEKISHO_SIGN_IN_CHECK where REALM_ID = ? and ANSWERED_AT < ?",
          "delete from SEKISHO_KNOWN_DEVICE where REALM_ID = ? and SEEN_AT < ?",
          // The next seal names the last one, however long nothing happens in between; without its
          // leaves, it says that its records were outlived and not removed.
          "update SEKISHO_HISTORY_SEAL set LEAVES = null"
              + " where REALM_ID = ? and PERIOD_TO <= ? and LEAVES is not null",
          "delete from SEKISHO_HISTORY_SEAL where REALM_ID = ? and PERIOD_TO <= ?"
              + " and SEAL_NUMBER < (select max(s.SEAL_NUMBER) from SEKISHO_HISTORY_SEAL s"
              + " where s.REALM_ID = SEKISHO_HISTORY_SEAL.REALM_ID)");

  private static final String RECORDS =
      "delete from SEKISHO_LOGIN_RECORD where ID in (select ID from SEKISHO_LOGIN_RECORD"
          + " where REALM_ID = ? and ID < ? order by ID fetch first "
          + BATCH
          + " rows only)";

  private String last = "";

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    while (System.nanoTime() < end) {
      String tenant = TenantsWithRecords.after(factory, last);
      if (tenant == null) {
        last = "";
        return;
      }
      while (deleteSome(factory, tenant) == BATCH) {
        if (System.nanoTime() > end) {
          return;
        }
      }
      last = tenant;
    }
  }

  private static int deleteSome(KeycloakSessionFactory factory, String tenant) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        own -> {
          HistoryRules rules = new HistoryRulesStore(own).of(tenant);
          long limit = rules.keptSince(Time.currentTimeMillis());
          return entities(own)
              .unwrap(Session.class)
              .doReturningWork(connection -> delete(connection, tenant, limit));
        });
  }

  private static int delete(java.sql.Connection connection, String tenant, long limit)
      throws SQLException {
    for (String statement : BY_TIME) {
      try (PreparedStatement delete = connection.prepareStatement(statement)) {
        delete.setString(1, tenant);
        delete.setLong(2, limit);
        delete.executeUpdate();
      }
    }
    try (PreparedStatement delete = connection.prepareStatement(RECORDS)) {
      delete.setString(1, tenant);
      delete.setString(2, UuidV7.lowestAt(limit));
      return delete.executeUpdate();
    }
  }

  private static EntityManager entities(KeycloakSession own) {
    return own.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
