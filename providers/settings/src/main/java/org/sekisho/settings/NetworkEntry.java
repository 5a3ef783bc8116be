package org.sekisho.settings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.core.Faults;
import org.sekisho.network.Network;
import org.sekisho.network.TrustedNetwork;
import org.sekisho.network.TrustedNetworks;

/**
 * A trusted network as administrators write and read it.
 *
 * @param network CIDR block or single address; answers have the canonical form
 * @param comment what it is, 1 to 200 characters
 * @param until when it ends, RFC 3339 in UTC; null where it does not end
 */
record NetworkEntry(String network, String comment, String until) {

  static List<NetworkEntry> of(TrustedNetworks networks) {
    return networks.all().stream()
        .map(
            entry ->
                new NetworkEntry(
                    entry.network().toString(),
                    entry.comment(),
                    entry.until() == null ? null : Instant.ofEpochMilli(entry.until()).toString()))
        .toList();
  }

  /** Reads what a caller wrote and names every fault. */
  static TrustedNetworks parse(List<NetworkEntry> entries, Faults faults) {
    List<TrustedNetwork> networks = new ArrayList<>();
    faults.require("networks", entries != null, "must be a list");
    for (int i = 0; entries != null && i < entries.size(); i++) {
      String member = "networks[" + i + "]";
      NetworkEntry entry = entries.get(i);
      Optional<Network> network = Network.parse(entry == null ? null : entry.network());
      faults.require(
          member + ".network",
          network.isPresent(),
          "must be an IPv4 or IPv6 address or CIDR block; names are not looked up");
      if (network.isPresent()) {
        Long until = millis(entry.until(), member + ".until", faults);
        networks.add(new TrustedNetwork(network.get(), entry.comment(), until));
      }
    }
    return new TrustedNetworks(networks);
  }

  private static Long millis(String until, String member, Faults faults) {
    if (until == null) {
      return null;
    }
    try {
      return Instant.parse(until).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException malformed) {
      faults.add(member, "must be a time such as 2027-03-31T15:00:00Z");
      return null;
    }
  }
}
