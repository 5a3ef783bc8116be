package org.sekisho.devicecertificate.keep;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
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
import org.sekisho.devicecertificate.platform.SimultaneousUse;

/**
 * Revokes what nobody has used within a day, and what has given way to a renewed certificate;
 * forgets enrolments that are over. Each device in a transaction of its own.
 */
public final class DeviceCare implements ScheduledTask {

  static final Duration UNUSED = Duration.ofHours(24);

  private static final Duration ENROLMENTS_KEPT = Duration.ofDays(2);

  /** Longer than any session lasts. */
  private static final Duration USES_KEPT = Duration.ofDays(2);

  private static final int BATCH = 100;

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    long now = Time.currentTimeMillis();
    for (String device : find(session, now)) {
      KeycloakModelUtils.runJobInTransaction(factory, own -> revoke(own, device, now));
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

  private static List<String> find(KeycloakSession session, long now) {
    return entities(session)
        .createQuery(
            "select d.id from DeviceEntity d where (d.state = :issued and d.issuedAt < :unused)"
                + " or (d.state = :superseded and d.supersededUntil < :now)",
            String.class)
        .setParameter("issued", DeviceState.ISSUED)
        .setParameter("unused", now - UNUSED.toMillis())
        .setParameter("superseded", DeviceState.SUPERSEDED)
        .setParameter("now", now)
        .setMaxResults(BATCH)
        .getResultList();
  }

  private static void revoke(KeycloakSession own, String id, long now) {
    DeviceEntity device = entities(own).find(DeviceEntity.class, id);
    RealmModel tenant = device == null ? null : own.realms().getRealm(device.realmId);
    if (tenant != null) {
      own.getContext().setRealm(tenant);
      boolean renewed = device.state == DeviceState.SUPERSEDED;
      new Revocation(own, tenant)
          .revoke(device, renewed ? RevocationReason.REPLACED : RevocationReason.NEVER_USED, now);
    }
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
