package org.sekisho.loginhistory;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.keycloak.Config;

/**
 * Server configuration {@code spi-events-listener--sekisho-login-history--*}.
 *
 * @param operatorMail whom reports of tenants without ID administrators go to; null for nobody
 * @param zone in which mails tell times
 * @param sweep how often ended sessions are looked for, 1 s to 4 min: an end by time-out is to be
 *     recorded within five minutes
 * @param notices how often mails are sent, 1 s to 10 min
 * @param purge how often old records are deleted, 1 s to 1 day
 * @param sealPeriod how long the periods are that are sealed, 1 min to 1 day; a part of a day
 *     without remainder, so that records are deleted period by period
 * @param sealDelay how long after its end a period is sealed, 1 s to 1 h; longer than any
 *     transaction takes and clocks of nodes differ
 */
public record HistoryConfig(
    String operatorMail,
    ZoneId zone,
    Duration sweep,
    Duration notices,
    Duration purge,
    Duration sealPeriod,
    Duration sealDelay) {

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException naming the option that cannot be used
   */
  public static HistoryConfig of(Config.Scope scope) {
    String mail = scope.get("operator-mail");
    if (mail != null && !mail.contains("@")) {
      throw fault("operator-mail must be a mail address");
    }
    Duration period = seconds(scope, "seal-period-seconds", HOUR, MINUTE, DAY);
    if (DAY % period.toSeconds() != 0) {
      throw fault("seal-period-seconds must divide a day, is " + period.toSeconds());
    }
    return new HistoryConfig(
        mail,
        zone(scope.get("time-zone", "Asia/Tokyo")),
        seconds(scope, "sweep-interval-seconds", 30, 1, 4 * MINUTE),
        seconds(scope, "mail-interval-seconds", 5, 1, 10 * MINUTE),
        seconds(scope, "purge-interval-seconds", 10 * MINUTE, 1, DAY),
        period,
        seconds(scope, "seal-delay-seconds", 15 * MINUTE, 1, HOUR));
  }

  private static Duration seconds(
      Config.Scope scope, String option, int otherwise, int least, int most) {
    int value = scope.getInt(option, otherwise);
    if (value < least || value > most) {
      throw fault("%s must be %d to %d, is %d".formatted(option, least, most, value));
    }
    return Duration.ofSeconds(value);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "spi-events-listener--sekisho-login-history: time-zone is unknown: " + id, unknown);
    }
  }

  private static IllegalArgumentException fault(String text) {
    return new IllegalArgumentException("spi-events-listener--sekisho-login-history: " + text);
  }
}
