package org.sekisho.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Tells whether an address is in one of many blocks, by binary search in sorted, merged ranges: ten
 * comparisons for a thousand blocks. Immutable. This class alone compares addresses with rules.
 */
public final class NetworkSet {

  private final IpAddress[] firsts;
  private final IpAddress[] lasts;

  private NetworkSet(IpAddress[] firsts, IpAddress[] lasts) {
    this.firsts = firsts;
    this.lasts = lasts;
  }

  public static NetworkSet of(Collection<Network> networks) {
    List<Network> sorted = new ArrayList<>(networks);
    sorted.sort(Comparator.comparing(Network::first, NetworkSet::compare));
    List<IpAddress> firsts = new ArrayList<>();
    List<IpAddress> lasts = new ArrayList<>();
    for (Network network : sorted) {
      int previous = lasts.size() - 1;
      if (previous < 0 || isAbove(network.first(), lasts.get(previous))) {
        firsts.add(network.first());
        lasts.add(network.last());
      } else if (isAbove(network.last(), lasts.get(previous))) {
        lasts.set(previous, network.last());
      }
    }
    return new NetworkSet(firsts.toArray(IpAddress[]::new), lasts.toArray(IpAddress[]::new));
  }

  private static boolean isAbove(IpAddress one, IpAddress other) {
    return compare(one, other) > 0;
  }

  public boolean contains(IpAddress address) {
    int from = 0;
    int to = firsts.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (compare(firsts[middle], address) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from > 0 && compare(address, lasts[from - 1]) <= 0;
  }

  /** Addresses of different families are never between each other: the family counts first. */
  private static int compare(IpAddress one, IpAddress other) {
    if (one.bits() != other.bits()) {
      return one.bits() - other.bits();
    }
    int high = Long.compareUnsigned(one.high(), other.high());
    return high != 0 ? high : Long.compareUnsigned(one.low(), other.low());
  }
}
