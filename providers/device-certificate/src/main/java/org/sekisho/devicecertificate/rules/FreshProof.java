package org.sekisho.devicecertificate.rules;

import java.time.Duration;
import java.util.OptionalLong;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;

/**
 * Whether somebody has proven lately to be there. A certificate does not say so: the browser shows
 * it without being asked, also to whoever has found the device. Pure.
 */
public final class FreshProof {

  /** How old the newest proof may be. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private FreshProof() {}

  /**
   * Whether something else than a certificate was proven in the last five minutes.
   *
   * @param now in milliseconds since the epoch
   */
  public static boolean isIn(ProvenFactors proven, long now) {
    OptionalLong newest = proven.without(Factor.DEVICE_CERTIFICATE).newest();
    return newest.isPresent() && now - newest.getAsLong() * 1_000 <= FRESH.toMillis();
  }
}
