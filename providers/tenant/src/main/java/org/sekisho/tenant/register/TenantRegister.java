package org.sekisho.tenant.register;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.DomainName;

/**
 * What is known about all tenants without loading a realm: who there is, and whose a domain is.
 * Works inside the caller's transaction.
 */
public final class TenantRegister {

  private final EntityManager entities;

  public TenantRegister(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Enters a new tenant with its domains. */
  public void enter(RealmModel realm, String plan, Iterable<DomainName> domains, long now) {
    entities.persist(
        new TenantEntity(realm.getId(), realm.getName(), realm.getDisplayName(), plan, now));
    domains.forEach(domain -> claim(realm.getId(), domain));
    entities.flush();
  }

  /**
   * Two tenants that claim one domain at the same time meet at the table's primary key.
   *
   * @throws DomainTakenException where another tenant has it already
   */
  public void claim(String realmId, DomainName domain) {
    if (entities.find(TenantDomainEntity.class, domain.value()) != null) {
      throw new DomainTakenException(domain);
    }
    entities.persist(new TenantDomainEntity(domain.value(), realmId));
    entities.flush();
  }

  public void release(DomainName domain) {
    TenantDomainEntity claimed = entities.find(TenantDomainEntity.class, domain.value());
    if (claimed != null) {
      entities.remove(claimed);
    }
  }

  /** The id of the realm that owns a domain. */
  public Optional<String> ownerOf(DomainName domain) {
    return Optional.ofNullable(entities.find(TenantDomainEntity.class, domain.value()))
        .map(claimed -> claimed.realmId);
  }

  public Optional<TenantEntity> find(String realmId) {
    return Optional.ofNullable(entities.find(TenantEntity.class, realmId));
  }

  /**
   * Reads a tenant as it is now and keeps others from changing it until the transaction ends: who
   * adds a user, changes the plan or ends the tenant waits for the one before.
   */
  public Optional<TenantEntity> lock(String realmId) {
    Optional<TenantEntity> tenant = find(realmId);
    tenant.ifPresent(row -> entities.refresh(row, LockModeType.PESSIMISTIC_WRITE));
    return tenant;
  }

  /** A page in the order of the ids. */
  public List<TenantEntity> list(TenantQuery query) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> values = new LinkedHashMap<>();
    if (query.name() != null) {
      conditions.add(
          "(lower(t.name) like :pattern escape '!' or lower(t.displayName) like :pattern escape"
              + " '!')");
      values.put("pattern", query.pattern());
    }
    if (query.domain() != null) {
      conditions.add(
          "t.realmId in (select d.realmId from TenantDomainEntity d where d.domain = :domain)");
      values.put("domain", query.domain());
    }
    if (query.state() != null) {
      conditions.add("t.state = :state");
      values.put("state", query.state());
    }
    if (query.after() != null) {
      conditions.add("t.name > :after");
      values.put("after", query.after());
    }
    TypedQuery<TenantEntity> page =
        entities.createQuery(
            "select t from TenantEntity t where "
                + String.join(" and ", conditions)
                + " order by t.name",
            TenantEntity.class);
    values.forEach(page::setParameter);
    return page.setMaxResults(query.max()).getResultList();
  }

  /** The domains of one tenant as they are now; a realm may be cached. */
  public Set<DomainName> domainsOf(String realmId) {
    return entities
        .createQuery(
            "select d.domain from TenantDomainEntity d where d.realmId = :realm", String.class)
        .setParameter("realm", realmId)
        .getResultStream()
        .map(DomainName::new)
        .collect(Collectors.toSet());
  }

  /** The domains of some tenants, by the id of their realm. */
  public Map<String, List<String>> domainsOf(List<TenantEntity> tenants) {
    Map<String, List<String>> domains = new LinkedHashMap<>();
    if (tenants.isEmpty()) {
      return domains;
    }
    entities
        .createQuery(
            "select d from TenantDomainEntity d where d.realmId in :realms order by d.domain",
            TenantDomainEntity.class)
        .setParameter("realms", tenants.stream().map(TenantEntity::realmId).toList())
        .getResultList()
        .forEach(
            claimed ->
                domains
                    .computeIfAbsent(claimed.realmId, none -> new ArrayList<>())
                    .add(claimed.domain));
    return domains;
  }

  /** Realm ids of closing tenants whose grace period is over, the longest waiting first. */
  public List<String> dueForRemoval(long now, int max) {
    return entities
        .createQuery(
            "select t.realmId from TenantEntity t"
                + " where t.state = :closing and t.removeAt <= :now order by t.removeAt",
            String.class)
        .setParameter("closing", TenantState.CLOSING)
        .setParameter("now", now)
        .setMaxResults(max)
        .getResultList();
  }
}
