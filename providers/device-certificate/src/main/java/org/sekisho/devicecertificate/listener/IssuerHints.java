package org.sekisho.devicecertificate.listener;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The issuing CAs of all tenants in memory: a handshake must not wait for the database. What it
 * holds is a hint to browsers; whether a certificate counts is looked up in the database.
 *
 * <p>Only a tenant that is not known yet is looked up, because it may have been opened a moment ago
 * or by another node. As strangers can name any host, not more than a few are in a second.
 */
final class IssuerHints {

  private final Function<String, X509Certificate[]> lookUp;
  private final Rate lookUps;
  private volatile Map<String, X509Certificate[]> byTenant = new ConcurrentHashMap<>();
  private volatile boolean learned;

  /**
   * Knows nobody at first.
   *
   * @param lookUp of the issuers of one tenant by its name; none where there is no such tenant
   * @param lookUps how often that may be done
   */
  IssuerHints(Function<String, X509Certificate[]> lookUp, Rate lookUps) {
    this.lookUp = lookUp;
    this.lookUps = lookUps;
  }

  /** Takes the issuers of all tenants, by the tenants' names. */
  void replace(Map<String, X509Certificate[]> all) {
    // First: what is learned meanwhile is looked at once more.
    learned = false;
    byTenant = new ConcurrentHashMap<>(all);
  }

  /**
   * Whether a tenant was looked up since all were taken. Its CA may have gone again before anybody
   * has seen a change in the database as a whole.
   */
  boolean hasLearned() {
    return learned;
  }

  /**
   * The first of some names that is a tenant's with an issuing CA.
   *
   * @param nanos of a clock that only goes forward
   */
  Optional<String> firstTenant(List<String> names, long nanos) {
    return names.stream()
        .filter(byTenant::containsKey)
        .findFirst()
        .or(() -> names.stream().filter(name -> learn(name, nanos)).findFirst());
  }

  private boolean learn(String tenant, long nanos) {
    if (!lookUps.admits(nanos)) {
      return false;
    }
    X509Certificate[] found = lookUp.apply(tenant);
    if (found.length > 0) {
      byTenant.put(tenant, found);
      learned = true;
    }
    return found.length > 0;
  }

  /** None where the tenant has no CA any more. */
  X509Certificate[] of(String tenant) {
    return byTenant.getOrDefault(tenant, new X509Certificate[0]).clone();
  }
}
