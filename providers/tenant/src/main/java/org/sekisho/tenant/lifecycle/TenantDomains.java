package org.sekisho.tenant.lifecycle;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.DomainName;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.register.TenantRegister;

/** Adds and removes domains of a tenant inside the caller's transaction. */
public final class TenantDomains {

  private final KeycloakSession session;

  public TenantDomains(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Gives a domain to a tenant; nothing happens where it has it already.
   *
   * @throws org.sekisho.tenant.register.DomainTakenException where another tenant has it
   */
  public void add(RealmModel realm, DomainName domain) {
    Set<DomainName> domains = current(realm);
    if (domains.add(domain)) {
      new TenantRegister(session).claim(realm.getId(), domain);
      write(realm, domains);
    }
  }

  /** Takes a domain away; the caller has seen that no user ID and no other rule needs it. */
  public void remove(RealmModel realm, DomainName domain) {
    Set<DomainName> domains = current(realm);
    domains.remove(domain);
    new TenantRegister(session).release(domain);
    write(realm, domains);
  }

  /** How many user IDs are in the domain. */
  public long usersIn(RealmModel realm, DomainName domain) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return entities
        .createQuery(
            "select count(u) from UserEntity u where u.realmId = :realm and u.username like :end"
                + " escape '!'",
            Long.class)
        .setParameter("realm", realm.getId())
        .setParameter("end", "%@" + domain.value().replace("_", "!_"))
        .getSingleResult();
  }

  static String joined(Collection<DomainName> domains) {
    return domains.stream().map(DomainName::value).sorted().collect(Collectors.joining(","));
  }

  /** From the register: the caller holds its lock, while the realm may be an older copy. */
  public Set<DomainName> current(RealmModel realm) {
    return new TenantRegister(session).domainsOf(realm.getId());
  }

  private static void write(RealmModel realm, Set<DomainName> domains) {
    realm.setAttribute(Tenant.DOMAINS_ATTRIBUTE, joined(domains));
  }
}
