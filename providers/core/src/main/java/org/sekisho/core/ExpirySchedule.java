package org.sekisho.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When people are told that a certificate expires: 30, 14 and 3 days before. Pure. */
public final class ExpirySchedule {

  /** The first is when a device can renew its certificate. */
  public static final List<Integer> DAYS = List.of(30, 14, 3);

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private ExpirySchedule() {}

  /** The day as readers write it. */
  public static String day(long millis, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(Instant.ofEpochMilli(millis).atZone(ZONE));
  }

  /**
   * The mail that is due; one that was missed is not made up for by a later one.
   *
   * @param left until the expiry
   * @param told the days of the last mail; null before the first
   * @return the days of the mail
   */
  public static Optional<Integer> due(Duration left, Integer told) {
    if (left.isNegative() || left.isZero()) {
      return Optional.empty();
    }
    return DAYS.stream()
        .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
        .reduce((earlier, later) -> later)
        .filter(days -> told == null || days < told);
  }
}
