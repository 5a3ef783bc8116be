package org.sekisho.tenant.domain;

import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.DomainName;
import org.sekisho.core.Problem;
import org.sekisho.tenant.lifecycle.TenantDomains;

/**
 * Takes a domain from a tenant with its proof, whoever asks for it. The caller holds the lock of
 * the tenant's row, so that of two removals the second sees what the first has left.
 */
public final class DomainRemoval {

  public static final String NOT_REMOVED = "Domain not removed";

  private static final int LARGEST_LIST = 100;

  private final TenantDomains domains;
  private final DomainProofs proofs;
  private final RealmModel realm;

  public DomainRemoval(KeycloakSession session, RealmModel realm) {
    this.domains = new TenantDomains(session);
    this.proofs = new DomainProofs(session);
    this.realm = realm;
  }

  public void remove(DomainName domain) {
    Set<DomainName> owned = domains.current(realm);
    if (!owned.contains(domain)) {
      throw unknown().toException();
    }
    requireUnused(domain, owned);
    domains.remove(realm, domain);
    proofs.find(realm.getId(), domain).ifPresent(proofs::remove);
  }

  static Problem unknown() {
    return Problem.of("domain-unknown", 404, NOT_REMOVED, "The tenant does not have this domain.");
  }

  private void requireUnused(DomainName domain, Set<DomainName> owned) {
    long users = domains.usersIn(realm, domain);
    if (users == 0 && owned.size() > 1) {
      return;
    }
    throw Problem.of(
            "domain-in-use",
            409,
            NOT_REMOVED,
            users > 0
                ? "%d user IDs are in this domain.".formatted(users)
                : "It is the tenant's last domain.")
        .with("users", users)
        .with("userIds", domains.userIdsIn(realm, domain, LARGEST_LIST))
        .toException();
  }
}
