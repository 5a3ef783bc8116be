package org.sekisho.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Mails that Sekisho sends in the background. A user's first sign-in causes some, a later one none;
 * so what the first ones have caused must be done before later ones are measured.
 */
final class WaitingMails {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private WaitingMails() {}

  /**
   * Waits until there are none.
   *
   * @param name of Sekisho's database
   */
  static void areSent(Database database, String name) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try (Connection connection = database.connect(name);
        Statement statement = connection.createStatement()) {
      while (count(statement) > 0) {
        if (System.nanoTime() > end) {
          throw new BenchmarkException("Mails of the first sign-ins are not sent");
        }
        Pause.of(POLL);
      }
    } catch (SQLException failed) {
      throw new BenchmarkException("Waiting mails cannot be counted", failed);
    }
  }

  private static int count(Statement statement) throws SQLException {
    try (ResultSet count = statement.executeQuery("select count(*) from SEKISHO_NOTICE")) {
      count.next();
      return count.getInt(1);
    }
  }
}
