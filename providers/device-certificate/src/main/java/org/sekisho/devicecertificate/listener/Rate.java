package org.sekisho.devicecertificate.listener;

import java.time.Duration;

/** A limit on how often something happens in a second. */
final class Rate {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final int most;
  private long since;
  private int count;

  Rate(int most) {
    this.most = most;
  }

  /**
   * Counts one more.
   *
   * @param nanos of a clock that only goes forward
   * @return whether it may be: false where it is one too many
   */
  synchronized boolean admits(long nanos) {
    if (count == 0 || nanos - since >= SECOND) {
      since = nanos;
      count = 0;
    }
    return ++count <= most;
  }
}
