package org.sekisho.smsotp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what a limit has counted, so that a tenant's thousandth message of the day does not
 * cause a thousand rows to be counted, but those of the last minutes.
 *
 * <p>What comes of it is never less than the truth: of the rows that were counted some grow too old
 * for the limit. So it may let somebody through, but not refuse. That holds while the clocks of the
 * nodes, and the time from a row to its commit, are within a minute. Nodes need not agree.
 *
 * <p>All times are seconds since the epoch.
 */
final class KnownCounts {

  /** Fewer are counted in no time. */
  static final int WORTH_KEEPING = 200;

  static final long KEPT = Duration.ofMinutes(5).toSeconds();

  /** How much later than its time a row may come to light: transactions last, clocks differ. */
  private static final long LATEST = Duration.ofMinutes(1).toSeconds();

  private static final int MOST_KEPT = 10_000;

  private final Map<String, Known> counts = new ConcurrentHashMap<>();

  /**
   * What is known of a window of time.
   *
   * @param before how many there were until {@code since}, or more
   * @param since those later than this are to be counted
   * @param countedAt when the whole window was counted
   */
  record Known(int before, long since, long countedAt) {

    /** Nothing, of a window that begins after {@code start}. */
    static Known nothing(long start, long now) {
      return new Known(0, start, now);
    }
  }

  /** Rows of this time or older have all come to light. */
  static long settled(long now) {
    return now - LATEST;
  }

  /** What is known of the window that begins after {@code start}: nothing, in most cases. */
  Known of(String key, long start, long now) {
    Known known = counts.get(key);
    return known != null && now < known.countedAt() + KEPT ? known : Known.nothing(start, now);
  }

  /**
   * Takes note of what was counted.
   *
   * @param known what was known before
   * @param more how many there were after that and until {@link #settled}
   */
  void learn(String key, Known known, int more, long now) {
    if (more < WORTH_KEEPING) {
      if (known.before() == 0) {
        counts.remove(key);
      }
      return;
    }
    if (counts.size() >= MOST_KEPT) {
      counts.clear();
    }
    counts.put(key, new Known(known.before() + more, settled(now), known.countedAt()));
  }
}
