package org.sekisho.loginpolicy.decision;

import java.util.Optional;
import java.util.Set;
import org.sekisho.core.ProvenFactors;
import org.sekisho.network.IpAddress;

/**
 * Somebody at the door.
 *
 * @param groups identifiers of the user's groups and of the groups above them
 * @param address where the user comes from; empty where the server does not know
 * @param proven what has been proven so far
 * @param application client identifier of the application
 * @param millis the time, in milliseconds since the epoch
 */
public record Visit(
    Set<String> groups,
    Optional<IpAddress> address,
    ProvenFactors proven,
    String application,
    long millis) {

  public Visit {
    groups = Set.copyOf(groups);
  }
}
