package org.sekisho.loginhistory.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sekisho.historyseal.UuidV7;

/**
 * Puts mails into the table of those to be sent. They are sent after the transaction, by whichever
 * node comes first, and again where the relay does not take them: no sign-in waits for mail.
 */
public final class Notices {

  private static final String INSERT =
      "insert into SEKISHO_NOTICE (ID, REALM_ID, USER_KEY, KIND, RECORD_ID, DETAIL, CREATED_AT,"
          + " DUE_AT, ATTEMPTS) values (?, ?, ?, ?, ?, ?, ?, ?, 0)";

  private Notices() {}

  /**
   * Adds a mail.
   *
   * @param userKey whom it is about
   * @param recordId the record it is about; null where it is about none
   * @param detail what it is about besides, such as the type of a credential; null for nothing
   */
  public static void add(
      Connection connection,
      NoticeKind kind,
      String realmId,
      String userKey,
      String recordId,
      String detail,
      long now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, UuidV7.next());
      insert.setString(2, realmId);
      insert.setString(3, userKey);
      insert.setString(4, kind.name());
      insert.setString(5, recordId);
      insert.setString(6, detail);
      insert.setLong(7, now);
      insert.setLong(8, now);
      insert.executeUpdate();
    }
  }
}
