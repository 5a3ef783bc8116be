package org.sekisho.it;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what the server does after it has answered, such as counting failures. */
final class Eventually {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 20;

  private Eventually() {}

  static void holds(BooleanSupplier condition) throws InterruptedException {
    holdsWithin(LIMIT.toSeconds(), condition);
  }

  /** For what happens by the clock. */
  static void holdsWithin(long seconds, BooleanSupplier condition) throws InterruptedException {
    Instant limit = Instant.now().plusSeconds(seconds);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(limit)) {
        throw new AssertionError("did not come true within " + seconds + " s");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
