package org.sekisho.loginhistory.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.HexFormat;
import org.sekisho.core.Deadlines;
import org.sekisho.network.IpAddress;

/** Inserts records. Plain SQL, because it is on the way of every sign-in. */
public final class RecordWriter {

  /** A store that hangs must not hang the sign-in. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  private static final String INSERT =
      "insert into SEKISHO_LOGIN_RECORD (ID, REALM_ID, HAPPENED_AT, KIND, USER_KEY, USER_NAME,"
          + " ADDRESS, ADDRESS_KEY, BROWSER, BROWSER_VERSION, OS, OS_VERSION, MOBILE, APPLICATION,"
          + " PROTOCOL, FACTORS, FAILED_FACTOR, REASON, REFERENCE, RULE_NAME, ZONE, SESSION_ID,"
          + " CERTIFICATE, SALT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?)";

  private RecordWriter() {}

  public static void insert(Connection connection, LoginRecord row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      new Parameters(insert)
          .text(row.id(), 36)
          .text(row.realmId(), 36)
          .number(row.at())
          .text(row.kind().name(), 24)
          .text(row.userKey(), 255)
          .text(row.userId(), 255)
          .text(row.address(), 64)
          .text(addressKey(row.address()), 32)
          .text(row.device().browser(), 64)
          .text(row.device().browserVersion(), 32)
          .text(row.device().os(), 64)
          .text(row.device().osVersion(), 32)
          .flag(row.device().mobile())
          .text(row.application(), 255)
          .text(row.protocol(), 32)
          .text(row.factors(), 128)
          .text(row.failedFactor(), 24)
          .text(row.reason(), 64)
          .text(row.reference(), 16)
          .text(row.rule(), 255)
          .text(row.zone(), 16)
          .text(row.sessionId(), 64)
          .text(row.certificate(), 64)
          .text(Salt.next(), 32);
      Deadlines.within(TIME_LIMIT, insert::cancel, insert::executeUpdate);
    }
  }

  /** 32 hexadecimal digits that sort as addresses do; null where the text is no address. */
  public static String addressKey(String address) {
    return IpAddress.parse(address).map(RecordWriter::addressKey).orElse(null);
  }

  /** An IPv4 address in its mapped form (RFC 4291 §2.5.5.2). */
  public static String addressKey(IpAddress address) {
    boolean mapped = address.bits() == 32;
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(address.high())
        + hex.toHexDigits(mapped ? 0xffff_0000_0000L | address.low() : address.low());
  }

  /** The parameters of a statement in their order; what is too long for its column is cut. */
  private static final class Parameters {

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    Parameters text(String value, int longest) throws SQLException {
      index++;
      if (value == null) {
        statement.setNull(index, Types.VARCHAR);
      } else {
        // NUL is a character that PostgreSQL has no place for.
        String clean = value.replace("\0", "");
        statement.setString(index, clean.length() > longest ? clean.substring(0, longest) : clean);
      }
      return this;
    }

    Parameters number(long value) throws SQLException {
      statement.setLong(++index, value);
      return this;
    }

    Parameters flag(boolean value) throws SQLException {
      statement.setBoolean(++index, value);
      return this;
    }
  }
}
