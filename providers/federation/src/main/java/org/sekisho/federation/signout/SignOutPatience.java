package org.sekisho.federation.signout;

import java.time.Duration;
import java.util.List;

/** How long an application that does not answer is tried. Pure. */
final class SignOutPatience {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  /** A session of an application that is older has mostly ended by itself. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private SignOutPatience() {}

  /**
   * How long to wait after a try.
   *
   * @param tries made so far, from 1
   */
  static Duration pause(int tries) {
    return PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
  }

  static boolean isOver(long createdAt, long now) {
    return now - createdAt > LONGEST.toMillis();
  }
}
