package org.sekisho.devicecertificate.own;

import org.sekisho.core.ProvenFactors;
import org.sekisho.devicecertificate.rules.DeviceRules;
import org.sekisho.devicecertificate.rules.FreshProof;

/**
 * Whether a user may enrol a device from the present session. A stolen password must not be enough
 * to make a device of the thief's an enrolled one, so the session itself must have been opened from
 * an enrolled device, and the user must have proven lately to be there. Pure.
 */
final class EnrolmentRight {

  private EnrolmentRight() {}

  /** Why not. The names stand in answers: never rename one. */
  enum Obstacle {
    NOT_AVAILABLE,
    LIMIT_REACHED,
    DEVICE_SESSION_NEEDED,
    FRESH_SIGN_IN_NEEDED
  }

  /**
   * What stands in the way; null for nothing.
   *
   * @param usable how many devices of the user's open the door
   * @param byDevice whether the session was opened from one that still does
   * @param renewal whether a certificate is renewed, which adds no device
   * @param now in milliseconds since the epoch
   */
  static Obstacle obstacle(
      DeviceRules rules,
      long usable,
      boolean byDevice,
      ProvenFactors proven,
      boolean renewal,
      long now) {
    if (!rules.available()) {
      return Obstacle.NOT_AVAILABLE;
    }
    if (!renewal && usable >= rules.settings().devicesPerUser()) {
      return Obstacle.LIMIT_REACHED;
    }
    boolean first = usable == 0 && rules.admitFirstDevice(now);
    if (!byDevice && !first) {
      return Obstacle.DEVICE_SESSION_NEEDED;
    }
    return FreshProof.isIn(proven, now) ? null : Obstacle.FRESH_SIGN_IN_NEEDED;
  }
}
