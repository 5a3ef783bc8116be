package org.sekisho.certauthority.revocation.crl;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Decides when an issuing CA signs its next list. */
public final class ListSchedule {

  /** Twelve hours without a revocation. */
  public static final Duration INTERVAL = Duration.ofHours(12);

  private ListSchedule() {}

  /**
   * True where there is no list, the last is twelve hours old, or something was revoked since. A
   * list says only in which second it was made, so a revocation within that second counts as later.
   *
   * @param lastList when the last list was issued
   * @param lastRevocation the latest of this issuing CA
   */
  public static boolean isDue(
      Optional<Instant> lastList, Optional<Instant> lastRevocation, Instant now) {
    if (lastList.isEmpty()) {
      return true;
    }
    Instant issued = lastList.get().truncatedTo(ChronoUnit.SECONDS);
    return !now.isBefore(issued.plus(INTERVAL))
        || lastRevocation.filter(revoked -> !revoked.isBefore(issued)).isPresent();
  }
}
