package org.sekisho.devicecertificate;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sekisho.network.IpAddress;
import org.sekisho.network.Network;

/**
 * How often one caller may do in a minute what costs something and needs no proof. A caller is an
 * IPv4 address or a /64 of IPv6, see {@link IpAddress#host()}; what is no address at all is one
 * caller. Callers are counted in whole minutes and forgotten with them; each node counts for
 * itself.
 *
 * <p>Nobody is forgotten within the minute. Where so many call that not all can be remembered,
 * those who come then share counters with their neighbours, the IPv4 /24 or the IPv6 /48: a network
 * that calls from many addresses keeps itself out, and hardly anybody else.
 */
public final class PerMinuteLimit {

  static final int MOST_CALLERS = 50_000;
  private static final long MINUTE = 60_000;

  /** Some thousand, so that networks seldom meet in one counter. */
  private static final int SHARED_BITS = 12;

  private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;
  private static final Network NO_ADDRESS = new Network(new IpAddress(0, 0, 0), 0);

  private final int most;
  private final Map<Network, Integer> counts = new HashMap<>();
  private final int[] shared = new int[1 << SHARED_BITS];

  /** Nobody shall know whom he meets in a shared counter. */
  private final long salt = new SecureRandom().nextLong();

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
    if (now / MINUTE != minute) {
      minute = now / MINUTE;
      counts.clear();
      Arrays.fill(shared, 0);
    }
    Network caller = IpAddress.parse(address).map(IpAddress::host).orElse(NO_ADDRESS);
    if (counts.size() < MOST_CALLERS || counts.containsKey(caller)) {
      return counts.merge(caller, 1, Integer::sum) <= most;
    }
    return ++shared[counter(caller)] <= most;
  }

  private int counter(Network caller) {
    IpAddress first = caller.first();
    long network = first.high() == 0 ? first.low() >>> 8 : first.high() >>> 16;
    return (int) (((network ^ salt) * GOLDEN_RATIO) >>> (Long.SIZE - SHARED_BITS));
  }
}
