package org.sekisho.devicecertificate.handback;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * The hosts of the listener. A browser remembers for each host which certificate it has sent, and
 * also that it has sent none, until it is restarted; so a question that follows an enrolment or a
 * wrong choice goes to a host that the browser has not seen. Pure but for chance.
 */
public final class HostLabels {

  private static final String FRESH = "--";
  private static final int FRESH_LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private HostLabels() {}

  /** The tenant's usual label, which keeps the choice that a browser remembers. */
  public static String usual(String tenant) {
    return tenant;
  }

  /** A label of the tenant's that no browser has seen. */
  public static String fresh(String tenant) {
    return tenant
        + FRESH
        + Long.toString(RANDOM.nextLong(pow(FRESH_LENGTH - 1), pow(FRESH_LENGTH)), 36);
  }

  private static long pow(int exponent) {
    return Math.round(Math.pow(Character.MAX_RADIX, exponent));
  }

  /**
   * The tenants that a host can belong to, the likeliest first; none where it is no host of the
   * listener's. A tenant's name may itself look like a fresh label of another.
   */
  public static List<String> tenants(String host, String domain) {
    String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
    if (!name.endsWith("." + domain)) {
      return List.of();
    }
    String label = name.substring(0, name.length() - domain.length() - 1);
    int fresh = label.length() - FRESH.length() - FRESH_LENGTH;
    if (label.isEmpty() || label.contains(".")) {
      return List.of();
    }
    return fresh > 0 && label.startsWith(FRESH, fresh)
        ? List.of(label, label.substring(0, fresh))
        : List.of(label);
  }
}
