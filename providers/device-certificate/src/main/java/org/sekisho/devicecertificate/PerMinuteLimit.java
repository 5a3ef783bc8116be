package org.sekisho.devicecertificate;

import java.util.HashMap;
import java.util.Map;

/**
 * How often one address may do in a minute what costs something and needs no proof. Addresses are
 * counted in whole minutes and forgotten with them; each node counts for itself.
 */
public final class PerMinuteLimit {

  private static final int MOST_ADDRESSES = 50_000;
  private static final long MINUTE = 60_000;

  private final int most;
  private final Map<String, Integer> counts = new HashMap<>();
  private long minute = Long.MIN_VALUE;

  public PerMinuteLimit(int most) {
    this.most = most;
  }

  /**
   * Counts one more.
   *
   * @param now in milliseconds since the epoch
   * @return whether it is within the limit
   */
  public synchronized boolean admits(String address, long now) {
    if (now / MINUTE != minute || counts.size() > MOST_ADDRESSES) {
      minute = now / MINUTE;
      counts.clear();
    }
    return counts.merge(address, 1, Integer::sum) <= most;
  }
}
