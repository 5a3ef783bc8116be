package org.sekisho.certauthority.request;

import java.time.Duration;

/** How long a leaf may live. */
public final class LeafLife {

  /** 397 days. */
  public static final Duration DEFAULT = Duration.ofDays(397);

  /** 30 days. */
  public static final Duration SHORTEST = Duration.ofDays(30);

  /** Three years, one of them a leap year. */
  public static final Duration LONGEST = Duration.ofDays(1096);

  private LeafLife() {}

  public static boolean isAllowed(Duration life) {
    return life.compareTo(SHORTEST) >= 0 && life.compareTo(LONGEST) <= 0;
  }
}
