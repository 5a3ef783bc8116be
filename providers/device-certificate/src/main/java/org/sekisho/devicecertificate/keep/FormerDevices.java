package org.sekisho.devicecertificate.keep;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.devicecertificate.device.DeviceState;

/**
 * Deletes devices whose certificates expired long ago; of revoked ones once a list that was made
 * after both has named them (RFC 5280 §3.3). Their keys stay known, in one transaction with it, so
 * a crash or another node loses none.
 */
public final class FormerDevices implements ScheduledTask {

  /** So long users and administrators see what has expired. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final int BATCH = 200;
  private static final int MOST_BATCHES = 50;

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    int forgotten = BATCH;
    for (int batch = 0; batch < MOST_BATCHES && forgotten == BATCH; batch++) {
      forgotten =
          KeycloakModelUtils.runJobInTransactionWithResult(
              factory, own -> forget(entities(own), Time.currentTimeMillis()));
    }
  }

  /** How many of the next ones were deleted. */
  static int forget(EntityManager entities, long now) {
    List<String> gone = gone(entities, now);
    if (gone.isEmpty()) {
      return 0;
    }
    entities
        .createQuery(
            "insert into FormerKeyEntity (id, realmId, keyFingerprint)"
                + " select d.id, d.realmId, d.keyFingerprint from DeviceEntity d"
                + " where d.id in :gone")
        .setParameter("gone", gone)
        .executeUpdate();
    return entities
        .createQuery("delete from DeviceEntity d where d.id in :gone")
        .setParameter("gone", gone)
        .executeUpdate();
  }

  private static List<String> gone(EntityManager entities, long now) {
    return entities
        .createQuery(
            "select d.id from DeviceEntity d where d.expiresAt < :limit and (d.state <> :revoked"
                + " or not exists (select a.id from AuthorityEntity a where a.id = d.authorityId"
                + " and (a.crlAt is null or a.crlAt <= d.expiresAt or a.crlAt <= d.revokedAt)))",
            String.class)
        .setParameter("limit", now - KEPT.toMillis())
        .setParameter("revoked", DeviceState.REVOKED)
        .setMaxResults(BATCH)
        .getResultList();
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  @Override
  public String getTaskName() {
    return "sekisho-former-devices";
  }
}
