package org.sekisho.devicecertificate.enrolment;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The enrolments of one tenant. Each step happens in one statement that asks for the state before
 * it, so of two that try at once, on whichever nodes, one succeeds.
 */
public final class Enrolments {

  /** How many of a user may wait at once. */
  public static final int MOST_WAITING = 3;

  private static final List<EnrolmentState> OPEN =
      List.of(EnrolmentState.CREATED, EnrolmentState.CLAIMED);

  private final EntityManager entities;
  private final String realmId;

  public Enrolments(KeycloakSession session, RealmModel tenant) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = tenant.getId();
  }

  void add(EnrolmentEntity enrolment) {
    entities.persist(enrolment);
    entities.flush();
  }

  /** Empty where the tenant has none of that identifier. */
  public Optional<EnrolmentEntity> byId(String id) {
    return Optional.ofNullable(entities.find(EnrolmentEntity.class, id))
        .filter(found -> found.realmId.equals(realmId));
  }

  /** Those that wait, of one user, the oldest first. */
  public List<EnrolmentEntity> open(String userId, long now) {
    return entities
        .createQuery(
            "select e from EnrolmentEntity e where e.realmId = :realm and e.userId = :user"
                + " and e.expiresAt > :now and e.state in :open order by e.createdAt",
            EnrolmentEntity.class)
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .setParameter("now", now)
        .setParameter("open", OPEN)
        .getResultList();
  }

  /**
   * Those that wait because an ID administrator has invited, by identifier.
   *
   * @param after identifier of the last one before; null for the beginning
   */
  public List<EnrolmentEntity> invitations(String after, long now, int limit) {
    return entities
        .createQuery(
            "select e from EnrolmentEntity e where e.realmId = :realm and e.id > :after"
                + " and e.kind = :kind and e.expiresAt > :now and e.state in :open"
                + " order by e.id",
            EnrolmentEntity.class)
        .setParameter("realm", realmId)
        .setParameter("after", after == null ? "" : after)
        .setParameter("kind", EnrolmentKind.INVITATION)
        .setParameter("now", now)
        .setParameter("open", OPEN)
        .setMaxResults(limit)
        .getResultList();
  }

  Optional<EnrolmentEntity> byToken(String token, long now) {
    return find("e.tokenHash = :hash and e.state = :state", token, EnrolmentState.CREATED)
        .filter(found -> found.expiresAt > now);
  }

  Optional<EnrolmentEntity> byClaim(String claim) {
    return find("e.claimHash = :hash and e.state <> :state", claim, EnrolmentState.CREATED);
  }

  private Optional<EnrolmentEntity> find(String condition, String secret, EnrolmentState state) {
    return entities
        .createQuery(
            "select e from EnrolmentEntity e where e.realmId = :realm and " + condition,
            EnrolmentEntity.class)
        .setParameter("realm", realmId)
        .setParameter("hash", EnrolmentSecrets.hash(secret))
        .setParameter("state", state)
        .getResultStream()
        .findFirst();
  }

  /** Takes one of the tries that are left for the pairing code. */
  boolean spendTry(String id) {
    return entities
            .createQuery(
                "update EnrolmentEntity e set e.pairingTriesLeft = e.pairingTriesLeft - 1"
                    + " where e.id = :id and e.pairingTriesLeft > 0")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  boolean claim(String id, String claim, long now) {
    return entities
            .createQuery(
                "update EnrolmentEntity e set e.state = :claimed, e.claimHash = :claim"
                    + " where e.id = :id and e.state = :created and e.expiresAt > :now")
            .setParameter("claimed", EnrolmentState.CLAIMED)
            .setParameter("claim", EnrolmentSecrets.hash(claim))
            .setParameter("id", id)
            .setParameter("created", EnrolmentState.CREATED)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  boolean issue(String id, String deviceId, String platform, long now) {
    return entities
            .createQuery(
                "update EnrolmentEntity e set e.state = :issued, e.deviceId = :device,"
                    + " e.platform = :platform"
                    + " where e.id = :id and e.state = :claimed and e.expiresAt > :now")
            .setParameter("issued", EnrolmentState.ISSUED)
            .setParameter("device", deviceId)
            .setParameter("platform", platform)
            .setParameter("id", id)
            .setParameter("claimed", EnrolmentState.CLAIMED)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  /** Half of what a pass phrase is told from. */
  void keepKey(String id, String key) {
    entities
        .createQuery("update EnrolmentEntity e set e.passPhraseKey = :key where e.id = :id")
        .setParameter("key", key)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Of many that ask at once, one is told. */
  boolean dropKey(String id) {
    return entities
            .createQuery(
                "update EnrolmentEntity e set e.passPhraseKey = null"
                    + " where e.id = :id and e.passPhraseKey is not null")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  void activate(String id) {
    move(id, List.of(EnrolmentState.ISSUED), EnrolmentState.ACTIVATED);
    dropKey(id);
  }

  /** What was made in sessions of a device and waits; a revoked device vouches for nobody. */
  public void cancelMadeFrom(String deviceId) {
    entities
        .createQuery(
            "update EnrolmentEntity e set e.state = :to where e.realmId = :realm"
                + " and e.issuerDevice = :device and e.state in :from")
        .setParameter("to", EnrolmentState.CANCELLED)
        .setParameter("realm", realmId)
        .setParameter("device", deviceId)
        .setParameter("from", OPEN)
        .executeUpdate();
  }

  /** Nothing happens where it is over. */
  public void cancel(String id) {
    move(id, OPEN, EnrolmentState.CANCELLED);
  }

  private void move(String id, List<EnrolmentState> from, EnrolmentState to) {
    entities
        .createQuery(
            "update EnrolmentEntity e set e.state = :to where e.id = :id and e.state in :from")
        .setParameter("to", to)
        .setParameter("id", id)
        .setParameter("from", from)
        .executeUpdate();
  }
}
