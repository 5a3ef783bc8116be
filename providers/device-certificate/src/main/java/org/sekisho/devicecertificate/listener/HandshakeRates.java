package org.sekisho.devicecertificate.listener;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many handshakes there are in a second: of each tenant's hosts so many, and of all together
 * more, so that whoever floods one tenant's keeps no other tenant's devices out. Hosts of no tenant
 * are not to be counted here, or anybody could use the limits up.
 */
final class HandshakeRates {

  /** More tenants than a node has in use within a second. */
  private static final int MOST_TENANTS = 10_000;

  private final Rate all;
  private final Map<String, Rate> byTenant =
      new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rate> eldest) {
          return size() > MOST_TENANTS;
        }
      };

  private final int each;

  HandshakeRates(int each, int all) {
    this.each = each;
    this.all = new Rate(all);
  }

  /**
   * Counts one more of a tenant that there is. What is too many for the tenant does not count for
   * all.
   *
   * @param nanos of a clock that only goes forward
   */
  synchronized boolean admits(String tenant, long nanos) {
    return byTenant.computeIfAbsent(tenant, first -> new Rate(each)).admits(nanos)
        && all.admits(nanos);
  }
}
