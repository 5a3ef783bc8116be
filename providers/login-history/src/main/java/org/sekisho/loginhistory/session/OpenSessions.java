package org.sekisho.loginhistory.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.sekisho.loginhistory.record.LoginRecord;

/**
 * The sessions whose end is still to be recorded. Whoever takes a session out of the table records
 * its end, and only one can: this is what makes every end appear once, on whichever node it is
 * noticed.
 */
public final class OpenSessions {

  private static final String BEGIN =
      "insert into SEKISHO_OPEN_SESSION (SESSION_ID, REALM_ID, USER_KEY, RECORD_ID, CHECK_AT)"
          + " values (?, ?, ?, ?, ?)";

  private static final String END = "delete from SEKISHO_OPEN_SESSION where SESSION_ID = ?";

  private static final String POSTPONE =
      "update SEKISHO_OPEN_SESSION set CHECK_AT = ? where SESSION_ID = ?";

  private static final String CHECK_ALL =
      "update SEKISHO_OPEN_SESSION set CHECK_AT = ? where REALM_ID = ? and CHECK_AT > ?";

  private OpenSessions() {}

  public static void begin(
      Connection connection, RealmModel realm, UserSessionModel userSession, LoginRecord signIn)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, userSession.getId());
      insert.setString(2, realm.getId());
      insert.setString(3, signIn.userKey());
      insert.setString(4, signIn.id());
      insert.setLong(5, SessionLife.endOf(realm, userSession));
      insert.executeUpdate();
    }
  }

  /** True for the one caller that is to record the end. */
  public static boolean end(Connection connection, String sessionId) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(END)) {
      delete.setString(1, sessionId);
      return delete.executeUpdate() == 1;
    }
  }

  /** The session has been used since: it ends later. */
  static void postpone(Connection connection, String sessionId, long checkAt) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
      update.setLong(1, checkAt);
      update.setString(2, sessionId);
      update.executeUpdate();
    }
  }

  /** The limits of a tenant have changed: what was reckoned with the old ones does not hold. */
  public static void checkAll(Connection connection, String realmId, long now) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CHECK_ALL)) {
      update.setLong(1, now);
      update.setString(2, realmId);
      update.setLong(3, now);
      update.executeUpdate();
    }
  }
}
