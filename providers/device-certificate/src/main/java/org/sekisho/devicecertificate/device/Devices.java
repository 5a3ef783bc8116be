package org.sekisho.devicecertificate.device;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The devices of one tenant. */
public final class Devices {

  /** How long a renewed certificate opens the door besides its successor. */
  private static final Duration RENEWED_LIVES_ON = Duration.ofDays(7);

  private final EntityManager entities;
  private final String realmId;

  public Devices(KeycloakSession session, RealmModel tenant) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = tenant.getId();
  }

  /** Empty where the tenant has no such device, also where another tenant has it. */
  public Optional<DeviceEntity> byId(String id) {
    return Optional.ofNullable(entities.find(DeviceEntity.class, id))
        .filter(device -> device.realmId.equals(realmId));
  }

  /** By the SHA-256 of the certificate, lower-case hexadecimal. */
  public Optional<DeviceEntity> byFingerprint(String fingerprint) {
    return entities
        .createQuery(
            "select d from DeviceEntity d where d.realmId = :realm and d.fingerprint = :value",
            DeviceEntity.class)
        .setParameter("realm", realmId)
        .setParameter("value", fingerprint)
        .getResultStream()
        .findFirst();
  }

  /**
   * Whether a device has or ever had a key.
   *
   * @param keyFingerprint SHA-256 of the subject public key info, lower-case hexadecimal
   */
  public boolean knowsKey(String keyFingerprint) {
    return knowsKey(entities, realmId, keyFingerprint);
  }

  /** In this order: a device that goes meanwhile is among the former ones by then. */
  public static boolean knowsKey(EntityManager entities, String realmId, String keyFingerprint) {
    return has(entities, "DeviceEntity", realmId, keyFingerprint)
        || has(entities, "FormerKeyEntity", realmId, keyFingerprint);
  }

  private static boolean has(EntityManager entities, String rows, String realmId, String key) {
    return entities
        .createQuery(
            "select r.id from " + rows + " r where r.realmId = :realm and r.keyFingerprint = :key",
            String.class)
        .setParameter("realm", realmId)
        .setParameter("key", key)
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  /** Whether the tenant has any, also such as open nothing any more. */
  public boolean exist() {
    return !entities
        .createQuery("select d.id from DeviceEntity d where d.realmId = :realm", String.class)
        .setParameter("realm", realmId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The newest first. */
  public List<DeviceEntity> of(String userId) {
    return entities
        .createQuery(
            "select d from DeviceEntity d where d.realmId = :realm and d.userId = :user"
                + " order by d.issuedAt desc",
            DeviceEntity.class)
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .getResultList();
  }

  /**
   * How many of a user's devices open the door; a renewed certificate and its successor are one.
   */
  public static long usable(List<DeviceEntity> devices, long now) {
    return DeviceStanding.usable(devices.stream().map(DeviceStanding::of).toList(), now);
  }

  public void add(DeviceEntity device) {
    entities.persist(device);
    entities.flush();
  }

  /**
   * Notes a use. A first use makes the device active, and the certificate that it renews gives way.
   *
   * @return whether it was still usable
   */
  public boolean use(DeviceEntity device, long now) {
    int used =
        entities
            .createQuery(
                "update DeviceEntity d set d.lastUsedAt = :now, d.state ="
                    + " case when d.state = :issued then :active else d.state end"
                    + " where d.id = :id and d.state <> :revoked")
            .setParameter("now", now)
            .setParameter("issued", DeviceState.ISSUED)
            .setParameter("active", DeviceState.ACTIVE)
            .setParameter("id", device.id)
            .setParameter("revoked", DeviceState.REVOKED)
            .executeUpdate();
    if (used == 1 && device.state == DeviceState.ISSUED && device.renews != null) {
      giveWay(device.renews, now);
    }
    return used == 1;
  }

  /** Once: no later use of whatever renews it puts its end off. */
  private void giveWay(String renewed, long now) {
    entities
        .createQuery(
            "update DeviceEntity d set d.state = :superseded, d.supersededUntil = :until"
                + " where d.id = :id and d.realmId = :realm and d.state <> :revoked"
                + " and d.supersededUntil is null")
        .setParameter("superseded", DeviceState.SUPERSEDED)
        .setParameter("until", now + RENEWED_LIVES_ON.toMillis())
        .setParameter("id", renewed)
        .setParameter("realm", realmId)
        .setParameter("revoked", DeviceState.REVOKED)
        .executeUpdate();
  }
}
