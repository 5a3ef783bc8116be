package org.sekisho.passwordpolicy;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How long a password may still be used. Pure.
 *
 * @param maxDays the tenant's limit in days; 0 or less where passwords do not expire
 */
record PasswordAge(int maxDays) {

  static final int WARNING_DAYS = 14;

  /**
   * The days that are left, where there is reason to warn: from 14 days before the end.
   *
   * @param createdMillis when the password was set, in milliseconds since the epoch
   */
  OptionalLong daysToWarnOf(long createdMillis, long nowMillis) {
    if (maxDays <= 0) {
      return OptionalLong.empty();
    }
    long left = Duration.ofDays(maxDays).toMillis() - (nowMillis - createdMillis);
    long days = Math.max(0, left / Duration.ofDays(1).toMillis());
    return left > 0 && days <= WARNING_DAYS ? OptionalLong.of(days) : OptionalLong.empty();
  }
}
