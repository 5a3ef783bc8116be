package org.sekisho.devicecertificate.keep;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.Revocation;
import org.sekisho.devicecertificate.device.RevocationReason;
import org.sekisho.devicecertificate.enrolment.Room;
import org.sekisho.devicecertificate.platform.SimultaneousUse;

/**
 * Revokes what nobody has used within a day, and what has given way to a renewed certificate;
 * forgets enrolments that are over. Each device in a transaction of its own; one that fails is
 * tried again, and keeps no other one waiting.
 */
public final class DeviceCare implements ScheduledTask {

  static final Duration UNUSED = Duration.ofHours(24);

  private static final Logger LOG = Logger.getLogger(DeviceCare.class);
  private static final Duration ENROLMENTS_KEPT = Duration.ofDays(2);

  /** Longer than any session lasts. */
  private static final Duration USES_KEPT = Duration.ofDays(2);

  private static final int BATCH = 100;

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    long now = Time.currentTimeMillis();
    List<String> found = find(session, now, "");
    while (!found.isEmpty()) {
      found.forEach(device -> tryToRevoke(factory, device, now));
      found = find(session, now, found.get(found.size() - 1));
    }
    entities(session)
        .createQuery("delete from EnrolmentEntity e where e.expiresAt < :limit")
        .setParameter("limit", now - ENROLMENTS_KEPT.toMillis())
        .executeUpdate();
    forgetUses(session, now);
  }

  /** Where somebody was is kept no longer than it says something. */
  private static void forgetUses(KeycloakSession session, long now) {
    entities(session)
        .createQuery("delete from DeviceUseEntity u where u.usedAt < :limit")
        .setParameter("limit", now - USES_KEPT.toMillis())
        .executeUpdate();
    entities(session)
        .createQuery("delete from PlatformFlagEntity f where f.toldAt < :limit")
        .setParameter("limit", now - SimultaneousUse.QUIET.toMillis())
        .executeUpdate();
  }

  private static void tryToRevoke(KeycloakSessionFactory factory, String device, long now) {
    try {
      KeycloakModelUtils.runJobInTransaction(factory, own -> revoke(own, device, now));
    } catch (RuntimeException failed) {
      LOG.warnf("Device %s was not revoked yet: %s", device, failed.getMessage());
    }
  }

  /** A page behind an identifier: what fails stays, and must not come again in this run. */
  private static List<String> find(KeycloakSession session, long now, String after) {
    return entities(session)
        .createQuery(
            "select d.id from DeviceEntity d where d.id > :after"
                + " and ((d.state = :issued and d.issuedAt < :unused)"
                + " or (d.state = :superseded and d.supersededUntil < :now)) order by d.id",
            String.class)
        .setParameter("after", after)
        .setParameter("issued", DeviceState.ISSUED)
        .setParameter("unused", now - UNUSED.toMillis())
        .setParameter("superseded", DeviceState.SUPERSEDED)
        .setParameter("now", now)
        .setMaxResults(BATCH)
        .getResultList();
  }

  /** The device may have been used since it was found: the row is locked and looked at again. */
  private static void revoke(KeycloakSession own, String id, long now) {
    DeviceEntity device = entities(own).find(DeviceEntity.class, id);
    RealmModel tenant = device == null ? null : own.realms().getRealm(device.realmId);
    if (tenant != null) {
      own.getContext().setRealm(tenant);
      Room.of(own, tenant, device.userId).lock();
      due(entities(own), device, now)
          .ifPresent(reason -> new Revocation(own, tenant).revoke(device, reason, now));
    }
  }

  /** Why a device is revoked now, as its row says once nobody else can change it; else empty. */
  static Optional<RevocationReason> due(EntityManager entities, DeviceEntity device, long now) {
    entities.refresh(device, LockModeType.PESSIMISTIC_WRITE);
    if (device.state == DeviceState.ISSUED && device.issuedAt < now - UNUSED.toMillis()) {
      return Optional.of(RevocationReason.NEVER_USED);
    }
    boolean gaveWay =
        device.state == DeviceState.SUPERSEDED
            && device.supersededUntil != null
            && device.supersededUntil < now;
    return gaveWay ? Optional.of(RevocationReason.REPLACED) : Optional.empty();
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
