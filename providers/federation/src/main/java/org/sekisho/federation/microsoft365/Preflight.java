package org.sekisho.federation.microsoft365;

import java.time.Duration;
import java.util.Optional;

/**
 * What a pre-flight has found, as far as it is kept: numbers, no names. Pure.
 *
 * @param at milliseconds of the epoch
 * @param users compared
 * @param lockedOut users who could not work after the switch
 * @param fingerprint of the tenant's users that were compared
 */
record Preflight(
    long at,
    int users,
    int differences,
    int lockedOut,
    int emergencyAdministrators,
    String fingerprint) {

  /** Why a domain is not switched. */
  enum Obstacle {
    PREFLIGHT_MISSING,
    PREFLIGHT_TOO_OLD,
    /** The tenant's users are not those any more that were compared. */
    PREFLIGHT_OUTDATED,
    /** Nobody may take this upon himself: after a mistake there would be no way back. */
    EMERGENCY_ADMINISTRATORS_MISSING,
    /** Unless the author overrides it and says why. */
    USERS_LOCKED_OUT
  }

  /**
   * Whether the domain may be switched now.
   *
   * @param found null where none was made
   * @param users the fingerprint of the tenant's users now
   * @param overridden whether the author takes it upon himself that users are locked out
   */
  static Optional<Obstacle> obstacle(
      Preflight found, String users, long now, Duration validity, boolean overridden) {
    if (found == null) {
      return Optional.of(Obstacle.PREFLIGHT_MISSING);
    }
    if (now - found.at() > validity.toMillis() || found.at() > now) {
      return Optional.of(Obstacle.PREFLIGHT_TOO_OLD);
    }
    if (!users.equals(found.fingerprint())) {
      return Optional.of(Obstacle.PREFLIGHT_OUTDATED);
    }
    if (found.emergencyAdministrators() < EmergencyAdministrators.FEWEST) {
      return Optional.of(Obstacle.EMERGENCY_ADMINISTRATORS_MISSING);
    }
    return found.lockedOut() > 0 && !overridden
        ? Optional.of(Obstacle.USERS_LOCKED_OUT)
        : Optional.empty();
  }
}
