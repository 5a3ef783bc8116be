package org.sekisho.loginhistory.keep;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.Session;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.historyseal.Pseudonym;
import org.sekisho.historyseal.SealedRecord;
import org.sekisho.loginhistory.keep.HistoryRules.OnUserDeletion;
import org.sekisho.loginhistory.record.LoginRecordEntity;
import org.sekisho.loginhistory.session.SessionEnds;

/**
 * What becomes of a user's records when the user is deleted, in the same transaction. Both ways
 * leave the seals intact: under a pseudonym the commitment stays and its salt goes; of a deleted
 * record its leaf stays.
 */
public final class Erasure {

  private static final int BATCH = 500;

  private static final String PSEUDONYMISE =
      "update SEKISHO_LOGIN_RECORD set USER_KEY = ?, USER_NAME = ?, SALT = null, COMMITMENT = ?"
          + " where ID = ?";

  private static final String DELETE =
      "update SEKISHO_LOGIN_RECORD set LEAF = ?, HAPPENED_AT = 0, USER_KEY = null,"
          + " USER_NAME = null, ADDRESS = null, ADDRESS_KEY = null, BROWSER = null,"
          + " BROWSER_VERSION = null, OS = null, OS_VERSION = null, MOBILE = false,"
          + " APPLICATION = null, PROTOCOL = null, FACTORS = null, FAILED_FACTOR = null,"
          + " REASON = null, REFERENCE = null, RULE_NAME = null, ZONE = null, SESSION_ID = null,"
          + " CERTIFICATE = null, SALT = null, COMMITMENT = null where ID = ?";

  private static final List<String> OTHER_ROWS =
      List.of("SEKISHO_KNOWN_DEVICE", "SEKISHO_SIGN_IN_CHECK", "SEKISHO_NOTICE");

  private final KeycloakSession session;
  private final RealmModel realm;
  private final EntityManager entities;

  public Erasure(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Applies the tenant's rule to the records of a user who has just been removed. */
  public void of(String userKey) {
    new SessionEnds(session, realm).ofUser(userKey, "account_removed", Time.currentTimeMillis());
    OnUserDeletion rule = new HistoryRulesStore(session).of(realm.getId()).onUserDeletion();
    String pseudonym = Pseudonym.next();
    List<LoginRecordEntity> rows;
    do {
      rows = next(userKey);
      List<LoginRecordEntity> some = rows;
      run(connection -> erase(connection, some, rule, pseudonym));
      entities.clear();
    } while (rows.size() == BATCH);
    run(connection -> deleteOthers(connection, userKey));
  }

  private List<LoginRecordEntity> next(String userKey) {
    return entities
        .createQuery(
            "select r from LoginRecordEntity r where r.realmId = :realm and r.userKey = :user"
                + " order by r.id",
            LoginRecordEntity.class)
        .setParameter("realm", realm.getId())
        .setParameter("user", userKey)
        .setMaxResults(BATCH)
        .getResultList();
  }

  private void run(org.hibernate.jdbc.Work work) {
    entities.unwrap(Session.class).doWork(work);
  }

  private static void erase(
      Connection connection, List<LoginRecordEntity> rows, OnUserDeletion rule, String pseudonym)
      throws SQLException {
    boolean delete = rule == OnUserDeletion.DELETE;
    try (PreparedStatement update = connection.prepareStatement(delete ? DELETE : PSEUDONYMISE)) {
      for (LoginRecordEntity row : rows) {
        SealedRecord sealed = row.toSealed();
        int index = 1;
        if (delete) {
          update.setString(index++, HexFormat.of().formatHex(sealed.leafHash()));
        } else {
          update.setString(index++, pseudonym);
          update.setString(index++, pseudonym);
          update.setString(index++, sealed.userCommitment());
        }
        update.setString(index, sealed.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void deleteOthers(Connection connection, String userKey) throws SQLException {
    for (String table : OTHER_ROWS) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "delete from " + table + " where REALM_ID = ? and USER_KEY = ?")) {
        delete.setString(1, realm.getId());
        delete.setString(2, userKey);
        delete.executeUpdate();
      }
    }
  }
}
