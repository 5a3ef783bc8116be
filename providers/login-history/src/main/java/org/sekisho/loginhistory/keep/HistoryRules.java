package org.sekisho.loginhistory.keep;

import java.time.Duration;
import org.sekisho.core.Faults;

/**
 * How a tenant keeps its history.
 *
 * @param retentionDays how long a record is kept, 30 to 3,653 (ten years)
 * @param onUserDeletion what becomes of a user's records when the user is deleted
 */
public record HistoryRules(int retentionDays, OnUserDeletion onUserDeletion) {

  public static final HistoryRules USUAL = new HistoryRules(400, OnUserDeletion.PSEUDONYMISE);

  private static final int LEAST_DAYS = 30;
  private static final int MOST_DAYS = 3_653;

  /** What becomes of the records of a user who is deleted. */
  public enum OnUserDeletion {
    /** The user ID is replaced by a pseudonym; everything else stays. */
    PSEUDONYMISE,
    /** Nothing stays but what the seals need to be verified. */
    DELETE
  }

  /**
   * Where what is kept begins: with a day (UTC), as the periods of seals do, so that none is left
   * with a part of its records.
   *
   * @param now in milliseconds since the epoch, as the answer
   */
  public long keptSince(long now) {
    long limit = now - Duration.ofDays(retentionDays).toMillis();
    return limit - Math.floorMod(limit, Duration.ofDays(1).toMillis());
  }

  /** Adds what is wrong with rules that a caller wishes. */
  public void check(Faults faults) {
    faults.require(
        "retentionDays",
        retentionDays >= LEAST_DAYS && retentionDays <= MOST_DAYS,
        "must be %d to %d".formatted(LEAST_DAYS, MOST_DAYS));
    faults.require("onUserDeletion", onUserDeletion != null, "must be PSEUDONYMISE or DELETE");
  }
}
