package org.sekisho.federation.microsoft365;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether and when a call that was turned away is made again. Pure.
 *
 * @param mostTries of one call, the first one included
 * @param longestWait for all pauses of one call together
 */
record Backoff(int mostTries, Duration longestWait) {

  /**
   * How long to wait before the next try. What Microsoft asks for is kept to; where it asks for
   * nothing, which some of its parts do, the pause doubles.
   *
   * @param tries made so far, from 1
   * @param waited in all pauses so far
   * @param asked what the answer says in {@code Retry-After}
   * @return empty where it is given up
   */
  Optional<Duration> pause(int tries, Duration waited, Optional<Duration> asked) {
    if (tries >= mostTries) {
      return Optional.empty();
    }
    Duration pause = asked.orElse(Duration.ofSeconds(1L << Math.min(tries - 1, 6)));
    return waited.plus(pause).compareTo(longestWait) > 0 ? Optional.empty() : Optional.of(pause);
  }
}
