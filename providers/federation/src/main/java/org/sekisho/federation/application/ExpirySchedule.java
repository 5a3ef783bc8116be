package org.sekisho.federation.application;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When administrators are told that a certificate ends: 30, 14 and 3 days before. Pure. */
final class ExpirySchedule {

  static final List<Integer> DAYS = List.of(30, 14, 3);

  private ExpirySchedule() {}

  /**
   * The mail that is due; one that was missed is not made up for by a later one.
   *
   * @param left until the end
   * @param told the days of the last mail; null before the first
   * @return the days of the mail
   */
  static Optional<Integer> due(Duration left, Integer told) {
    if (left.isNegative() || left.isZero()) {
      return Optional.empty();
    }
    return DAYS.stream()
        .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
        .reduce((earlier, later) -> later)
        .filter(days -> told == null || days < told);
  }
}
