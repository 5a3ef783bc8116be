package org.sekisho.tenant.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.sekisho.core.DomainName;

/**
 * The proofs of all tenants, inside the caller's transaction. Who changes one holds the lock of the
 * tenant's row.
 */
final class DomainProofs {

  /** How long an expired proof is shown as such. */
  private static final Duration SHOWN = Duration.ofDays(30);

  private final EntityManager entities;

  DomainProofs(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  DomainProofEntity open(
      String realmId, DomainName domain, String reason, long now, Duration validity) {
    DomainProofEntity proof = new DomainProofEntity();
    proof.id = UUID.randomUUID().toString();
    proof.realmId = realmId;
    proof.domain = domain.value();
    proof.token = ProofRecord.newToken();
    proof.reason = reason;
    proof.state = ProofState.OPEN;
    proof.createdAt = now;
    proof.expiresAt = now + validity.toMillis();
    entities.persist(proof);
    entities.flush();
    return proof;
  }

  Optional<DomainProofEntity> find(String realmId, DomainName domain) {
    return query("p.realmId = :realm and p.domain = :domain")
        .setParameter("realm", realmId)
        .setParameter("domain", domain.value())
        .getResultStream()
        .findFirst();
  }

  List<DomainProofEntity> ofTenant(String realmId) {
    return query("p.realmId = :realm").setParameter("realm", realmId).getResultList();
  }

  long countOpen(String realmId, long now) {
    return ofTenant(realmId).stream()
        .filter(proof -> proof.state == ProofState.OPEN && !proof.isExpired(now))
        .count();
  }

  void remove(DomainProofEntity proof) {
    entities.remove(proof);
    entities.flush();
  }

  /**
   * Of domains that were proven, those that were not looked at since, the longest waiting first.
   */
  List<DomainProofEntity> notLookedAtSince(long moment, int most) {
    return query("p.state <> :open and p.lookedAt <= :moment order by p.lookedAt")
        .setParameter("open", ProofState.OPEN)
        .setParameter("moment", moment)
        .setMaxResults(most)
        .getResultList();
  }

  void forgetExpired(long now) {
    entities
        .createQuery("delete from DomainProofEntity p where p.state = :open and p.expiresAt < :end")
        .setParameter("open", ProofState.OPEN)
        .setParameter("end", now - SHOWN.toMillis())
        .executeUpdate();
  }

  private TypedQuery<DomainProofEntity> query(String condition) {
    return entities.createQuery(
        "select p from DomainProofEntity p where " + condition, DomainProofEntity.class);
  }
}
