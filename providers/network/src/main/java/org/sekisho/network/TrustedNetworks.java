package org.sekisho.network;

import java.util.List;
import java.util.Optional;

/**
 * The networks of a tenant, some of which end at a time. Immutable to those who use it; inside, the
 * set for the present time is kept, because a sign-in must not pay for sorting.
 */
public final class TrustedNetworks {

  private final List<TrustedNetwork> networks;
  private volatile Present present;

  /** The set that is right from one end of a network to the next, in milliseconds. */
  private record Present(long from, long to, NetworkSet set) {
    boolean covers(long millis) {
      return millis >= from && millis < to;
    }
  }

  public TrustedNetworks(List<TrustedNetwork> networks) {
    this.networks = List.copyOf(networks);
    this.present = at(0);
  }

  public List<TrustedNetwork> all() {
    return networks;
  }

  /**
   * Whether the address is trusted.
   *
   * @param millis the time of the question, in milliseconds since the epoch
   */
  public boolean contains(IpAddress address, long millis) {
    Present known = present;
    if (!known.covers(millis)) {
      known = at(millis);
      present = known;
    }
    return known.set().contains(address);
  }

  /** The entry by which an address is trusted, to tell people why. */
  public Optional<TrustedNetwork> matching(IpAddress address, long millis) {
    return networks.stream()
        .filter(entry -> entry.holdsAt(millis) && entry.network().contains(address))
        .findFirst();
  }

  private Present at(long millis) {
    long from = 0;
    long to = Long.MAX_VALUE;
    for (TrustedNetwork entry : networks) {
      if (entry.holdsAt(millis) && entry.until() != null) {
        to = Math.min(to, entry.until());
      } else if (entry.until() != null) {
        from = Math.max(from, entry.until());
      }
    }
    List<Network> holding =
        networks.stream()
            .filter(entry -> entry.holdsAt(millis))
            .map(TrustedNetwork::network)
            .toList();
    return new Present(from, to, NetworkSet.of(holding));
  }
}
