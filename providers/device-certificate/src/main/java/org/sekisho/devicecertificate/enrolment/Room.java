package org.sekisho.devicecertificate.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.device.DeviceStanding;

/**
 * Whether a user may have a certificate more. Who counts and then adds must {@link #lock} first:
 * else two who count at once, on whichever nodes, both find room.
 */
public final class Room {

  private final EntityManager entities;
  private final String realmId;
  private final String userId;

  Room(EntityManager entities, String realmId, String userId) {
    this.entities = entities;
    this.realmId = realmId;
    this.userId = userId;
  }

  /** The room of a user of a tenant. */
  public static Room of(KeycloakSession session, RealmModel tenant, String userId) {
    return new Room(
        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
        tenant.getId(),
        userId);
  }

  /** Why there is none. */
  enum Obstacle {
    /** The device of the session that has made the link opens nothing any more. */
    ISSUER_REVOKED,
    /** The user has as many devices as the tenant allows. */
    FULL,
    /** The device cannot be renewed any more, or was. */
    NOT_RENEWABLE
  }

  /**
   * Until the transaction ends nobody else issues for the user or revokes a device of the user. The
   * rows of the enrolments are locked, always in the same order: whoever issues has one of them,
   * and sees those of all who began before.
   */
  public void lock() {
    entities
        .createQuery(
            "select e from EnrolmentEntity e where e.realmId = :realm and e.userId = :user"
                + " order by e.id",
            EnrolmentEntity.class)
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /**
   * What stands in the way; empty for nothing.
   *
   * @param most devices of a user at once
   * @param now in milliseconds since the epoch
   */
  Optional<Obstacle> obstacle(EnrolmentEntity wish, int most, long now) {
    List<DeviceStanding> all = standings();
    if (!isVouchedFor(wish, all, now)) {
      return Optional.of(Obstacle.ISSUER_REVOKED);
    }
    if (wish.renews != null) {
      return DeviceStanding.isRenewable(wish.renews, all, now)
          ? Optional.empty()
          : Optional.of(Obstacle.NOT_RENEWABLE);
    }
    return DeviceStanding.usable(all, now) < most ? Optional.empty() : Optional.of(Obstacle.FULL);
  }

  /** Whether the device from which a link was made still opens the door, where one has made it. */
  boolean isVouchedFor(EnrolmentEntity wish, long now) {
    return wish.issuerDevice == null || isVouchedFor(wish, standings(), now);
  }

  private static boolean isVouchedFor(EnrolmentEntity wish, List<DeviceStanding> all, long now) {
    return wish.issuerDevice == null || DeviceStanding.isUsable(wish.issuerDevice, all, now);
  }

  /** As the database has them now: rows that this transaction has read before may be old. */
  private List<DeviceStanding> standings() {
    return entities
        .createQuery(
            "select new org.sekisho.devicecertificate.device.DeviceStanding("
                + "d.id, d.state, d.renews, d.supersededUntil, d.issuedAt, d.expiresAt)"
                + " from DeviceEntity d where d.realmId = :realm and d.userId = :user",
            DeviceStanding.class)
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .getResultList();
  }
}
