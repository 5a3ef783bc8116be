package org.sekisho.loginhistory.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sekisho.loginhistory.record.LoginRecord;

/** With which browsers and systems an account has been used; tells of the first time by mail. */
public final class KnownDevices {

  private static final String SEEN =
      "update SEKISHO_KNOWN_DEVICE set SEEN_AT = ?"
          + " where REALM_ID = ? and USER_KEY = ? and FAMILY = ?";

  private static final String NEW =
      "insert into SEKISHO_KNOWN_DEVICE (SEEN_AT, REALM_ID, USER_KEY, FAMILY) values (?, ?, ?, ?)";

  private static final String ANY =
      "select count(*) from SEKISHO_KNOWN_DEVICE where REALM_ID = ? and USER_KEY = ?";

  private KnownDevices() {}

  /**
   * Notes the device of a sign-in.
   *
   * @return false where the account had not been used with it: then {@link #add} is to follow
   */
  public static boolean isKnown(Connection connection, LoginRecord signIn) throws SQLException {
    return execute(connection, SEEN, signIn) > 0;
  }

  /**
   * Adds a new device and tells the user. Apart from the record itself: of two sign-ins at the same
   * moment one fails here. The first device of an account is no news.
   */
  public static void add(Connection connection, LoginRecord signIn) throws SQLException {
    boolean others = others(connection, signIn);
    execute(connection, NEW, signIn);
    if (others) {
      Notices.add(
          connection,
          NoticeKind.NEW_DEVICE,
          signIn.realmId(),
          signIn.userKey(),
          signIn.id(),
          null,
          signIn.at());
    }
  }

  private static int execute(Connection connection, String sql, LoginRecord signIn)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, signIn.at());
      statement.setString(2, signIn.realmId());
      statement.setString(3, signIn.userKey());
      statement.setString(4, signIn.device().family());
      return statement.executeUpdate();
    }
  }

  private static boolean others(Connection connection, LoginRecord signIn) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ANY)) {
      statement.setString(1, signIn.realmId());
      statement.setString(2, signIn.userKey());
      try (ResultSet count = statement.executeQuery()) {
        return count.next() && count.getInt(1) > 0;
      }
    }
  }
}
