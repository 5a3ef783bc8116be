package org.sekisho.tenant.support;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Grants, lists and ends support sessions inside the caller's transaction. */
public final class SupportSessions {

  /** How long an ended session can be looked up. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final int LARGEST_LIST = 100;

  private final EntityManager entities;

  public SupportSessions(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Begins a session for a checked request. */
  public SupportSessionEntity begin(
      RealmModel tenant, UserModel operator, SupportRequest request, long now) {
    SupportSessionEntity support = new SupportSessionEntity();
    support.id = UUID.randomUUID().toString();
    support.realmId = tenant.getId();
    support.tenant = tenant.getName();
    support.operatorId = operator.getId();
    support.operatorName = operator.getUsername();
    support.ticket = request.ticket().trim();
    support.reason = request.reason().trim();
    support.rights = SupportRights.joined(request.rights());
    support.startedAt = now;
    support.endsAt = now + Duration.ofMinutes(request.minutesOrDefault()).toMillis();
    entities.persist(support);
    entities.flush();
    return support;
  }

  public Optional<SupportSessionEntity> find(String id) {
    return Optional.ofNullable(entities.find(SupportSessionEntity.class, id));
  }

  /** Ends a session before its time. */
  public void end(SupportSessionEntity support, long now) {
    support.endsAt = Math.min(support.endsAt, now);
    entities.flush();
  }

  /** The rights that an operator has on a tenant at this moment. */
  public List<String> liveRights(String operatorId, String realmId, long now) {
    return entities
        .createQuery(
            "select s.rights from SupportSessionEntity s"
                + " where s.operatorId = :operator and s.realmId = :realm and s.endsAt > :now",
            String.class)
        .setParameter("operator", operatorId)
        .setParameter("realm", realmId)
        .setParameter("now", now)
        .getResultStream()
        .flatMap(rights -> SupportRights.split(rights).stream())
        .distinct()
        .toList();
  }

  /** Those on a tenant, the newest first, at most 100. */
  public List<SupportSessionEntity> ofTenant(String realmId) {
    return entities
        .createQuery(
            "select s from SupportSessionEntity s where s.realmId = :realm"
                + " order by s.startedAt desc",
            SupportSessionEntity.class)
        .setParameter("realm", realmId)
        .setMaxResults(LARGEST_LIST)
        .getResultList();
  }

  /** Those that are live anywhere, the newest first, at most 100. */
  public List<SupportSessionEntity> live(long now) {
    return entities
        .createQuery(
            "select s from SupportSessionEntity s where s.endsAt > :now order by s.startedAt desc",
            SupportSessionEntity.class)
        .setParameter("now", now)
        .setMaxResults(LARGEST_LIST)
        .getResultList();
  }

  public void forgetOld(long now) {
    entities
        .createQuery("delete from SupportSessionEntity s where s.endsAt < :limit")
        .setParameter("limit", now - KEPT.toMillis())
        .executeUpdate();
  }
}
