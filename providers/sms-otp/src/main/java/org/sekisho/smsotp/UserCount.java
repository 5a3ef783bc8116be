package org.sekisho.smsotp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * How many users a tenant has, for the limit of a tenant that has sent many messages today. It is
 * asked at each of them and counting takes longer than all other limits, so a count that is enough
 * for one more message is used for some minutes. A count that is not is made again before anybody
 * is refused.
 */
final class UserCount {

  private static final long KEPT = Duration.ofMinutes(5).toSeconds();
  private static final int MOST_KEPT = 10_000;

  private final Map<String, Counted> counts = new ConcurrentHashMap<>();

  private record Counted(int users, long at) {}

  /**
   * The users of a tenant.
   *
   * @param enough a count above this is as good as a new one
   * @param now seconds since the epoch
   */
  int of(String realmId, int enough, long now, IntSupplier count) {
    Counted known = counts.get(realmId);
    if (known != null && known.users() > enough && now - known.at() < KEPT) {
      return known.users();
    }
    int users = count.getAsInt();
    if (counts.size() >= MOST_KEPT) {
      counts.clear();
    }
    counts.put(realmId, new Counted(users, now));
    return users;
  }
}
