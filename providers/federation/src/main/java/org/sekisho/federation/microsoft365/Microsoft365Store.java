package org.sekisho.federation.microsoft365;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The tables, inside the caller's transaction. Who changes something holds the tenant's row. */
final class Microsoft365Store {

  private static final List<DomainState> INTENTIONS =
      Stream.of(DomainState.values()).filter(DomainState::isIntention).toList();

  private final EntityManager entities;

  Microsoft365Store(KeycloakSession session) {
    this(session.getProvider(JpaConnectionProvider.class).getEntityManager());
  }

  Microsoft365Store(EntityManager entities) {
    this.entities = entities;
  }

  Optional<DirectoryEntity> directory(String realmId) {
    return Optional.ofNullable(entities.find(DirectoryEntity.class, realmId));
  }

  /**
   * The tenant's row, locked until the transaction ends; made where there is none.
   *
   * @throws PersistenceException where another node has made it in the same moment; the caller's
   *     transaction ends, and the next try finds the row
   */
  DirectoryEntity lock(String realmId) {
    DirectoryEntity row =
        entities.find(DirectoryEntity.class, realmId, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      row = new DirectoryEntity();
      row.realmId = realmId;
      entities.persist(row);
      entities.flush();
    }
    return row;
  }

  List<DomainEntity> domains(String realmId) {
    return entities
        .createQuery(
            "select d from DomainEntity d where d.realmId = :realm order by d.domain",
            DomainEntity.class)
        .setParameter("realm", realmId)
        .getResultList();
  }

  Optional<DomainEntity> domain(String realmId, String domain) {
    return domains(realmId).stream().filter(row -> row.domain.equals(domain)).findFirst();
  }

  DomainEntity domainOrNew(String realmId, String domain) {
    return domain(realmId, domain).orElseGet(() -> fresh(realmId, domain));
  }

  private DomainEntity fresh(String realmId, String domain) {
    DomainEntity row = new DomainEntity();
    row.id = UUID.randomUUID().toString();
    row.realmId = realmId;
    row.domain = domain;
    row.state = DomainState.NOT_FEDERATED;
    entities.persist(row);
    return row;
  }

  Optional<RolloverEntity> rollover(String realmId) {
    return Optional.ofNullable(entities.find(RolloverEntity.class, realmId));
  }

  void begin(RolloverEntity rollover) {
    entities.persist(rollover);
    entities.flush();
  }

  void end(RolloverEntity rollover) {
    entities.remove(rollover);
    entities.flush();
  }

  /** Tenants for which something is to be gone on with, those first that have waited longest. */
  List<String> unfinished() {
    return entities
        .createQuery(
            "select x.realmId from DirectoryEntity x where exists (select d from DomainEntity d"
                + " where d.realmId = x.realmId and d.byScript = false and d.state in (:intentions))"
                + " or exists (select r from RolloverEntity r where r.realmId = x.realmId)"
                + " order by x.workedAt, x.realmId",
            String.class)
        .setParameter("intentions", INTENTIONS)
        .getResultList();
  }

  /**
   * Tenants with a directory and a federated domain that was not looked at since, those first that
   * have waited longest. Without a directory there is nothing to look at.
   */
  List<String> unwatchedSince(long moment) {
    return entities
        .createQuery(
            "select x.realmId from DirectoryEntity x where x.directoryId is not null"
                + " and exists (select d from DomainEntity d where d.realmId = x.realmId"
                + " and d.state in (:federated)"
                + " and (d.watchedAt is null or d.watchedAt < :moment))"
                + " order by x.watchTriedAt, x.realmId",
            String.class)
        .setParameter("federated", List.of(DomainState.FEDERATED, DomainState.ROLLING_KEY))
        .setParameter("moment", moment)
        .getResultList();
  }
}
