package org.sekisho.standins.microsoft365;

import java.time.Duration;
import java.util.Optional;

/**
 * How strict the relying party is.
 *
 * @param strict whether the rules count that Microsoft does not document
 * @param clockSkew how far clocks may differ, 0 to 10 minutes
 * @param signInFrequency the oldest sign-in that is good enough, if there is a limit
 * @param allowUnsolicited whether a response to no request may pass
 */
record Settings(
    boolean strict,
    Duration clockSkew,
    Optional<Duration> signInFrequency,
    boolean allowUnsolicited) {
  static final Settings USUAL = new Settings(true, Duration.ofSeconds(30), Optional.empty(), false);
}
