package org.sekisho.tenant.lifecycle;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  private static final String IN_DOMAIN =
      "from UserEntity u where u.realmId = :realm and u.username like :end escape '!'";

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
    return entities()
        .createQuery("select count(u) " + IN_DOMAIN, Long.class)
        .setParameter("realm", realm.getId())
        .setParameter("end", ending(domain))
        .getSingleResult();
  }

  /** The user IDs in the domain, in their order. */
  public List<String> userIdsIn(RealmModel realm, DomainName domain, int most) {
    return entities()
        .createQuery("select u.username " + IN_DOMAIN + " order by u.username", String.class)
        .setParameter("realm", realm.getId())
        .setParameter("end", ending(domain))
        .setMaxResults(most)
        .getResultList();
  }

  /** How many user IDs are in each domain that has one. */
  public Map<String, Long> usersByDomain(RealmModel realm) {
    return entities()
        .createQuery(
            "select substring(u.username, locate('@', u.username) + 1), count(u)"
                + " from UserEntity u where u.realmId = :realm and u.username like '%@%'"
                + " group by substring(u.username, locate('@', u.username) + 1)",
            Object[].class)
        .setParameter("realm", realm.getId())
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  private EntityManager entities() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  private static String ending(DomainName domain) {
    return "%@" + domain.value().replace("_", "!_");
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
