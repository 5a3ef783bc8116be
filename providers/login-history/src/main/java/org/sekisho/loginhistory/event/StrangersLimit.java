package org.sekisho.loginhistory.event;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps strangers from filling the table: failed attempts without a known user are recorded up to a
 * number per tenant, hour and node. What is beyond it is counted in a metric only; Keycloak's event
 * log has it all.
 */
final class StrangersLimit {

  static final int MOST_IN_AN_HOUR = 1_000;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile long hour;

  boolean admits(String realmId, long now) {
    if (now / HOUR != hour) {
      hour = now / HOUR;
      counts.clear();
    }
    return counts.computeIfAbsent(realmId, id -> new AtomicInteger()).incrementAndGet()
        <= MOST_IN_AN_HOUR;
  }
}
