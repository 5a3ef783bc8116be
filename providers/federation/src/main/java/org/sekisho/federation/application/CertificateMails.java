package org.sekisho.federation.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.ExpirySchedule;

/**
 * Tells ID administrators by mail that a certificate of an application, or its metadata, ends. That
 * it was told is noted in the transaction that sends: what the relay does not take is tried again.
 *
 * <p>Keycloak's timer knows a task by the simple name of its class: no other module's may have it.
 */
final class CertificateMails implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(CertificateMails.class);
  private static final int BATCH = 200;

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    for (String id : candidates(session, Time.currentTimeMillis())) {
      try {
        KeycloakModelUtils.runJobInTransaction(factory, own -> tell(own, id));
      } catch (RuntimeException failed) {
        LOG.warnf(
            "A mail about an application's certificate was not sent: %s", failed.getMessage());
      }
    }
  }

  private static List<String> candidates(KeycloakSession session, long now) {
    return entities(session)
        .createQuery(
            "select c.id from ApplicationCertificateEntity c where c.expiresAt > :now"
                + " and ((c.expiryMail is null and c.expiresAt < :first)"
                + " or (c.expiryMail > :secondDays and c.expiresAt < :second)"
                + " or (c.expiryMail > :thirdDays and c.expiresAt < :third))"
                + " order by c.expiresAt",
            String.class)
        .setParameter("now", now)
        .setParameter("first", now + Duration.ofDays(ExpirySchedule.DAYS.get(0)).toMillis())
        .setParameter("second", now + Duration.ofDays(ExpirySchedule.DAYS.get(1)).toMillis())
        .setParameter("third", now + Duration.ofDays(ExpirySchedule.DAYS.get(2)).toMillis())
        .setParameter("secondDays", ExpirySchedule.DAYS.get(1))
        .setParameter("thirdDays", ExpirySchedule.DAYS.get(2))
        .setMaxResults(BATCH)
        .getResultList();
  }

  private static void tell(KeycloakSession own, String id) {
    ApplicationCertificateEntity row = entities(own).find(ApplicationCertificateEntity.class, id);
    if (row == null) {
      return;
    }
    long now = Time.currentTimeMillis();
    Optional<Integer> days =
        ExpirySchedule.due(Duration.ofMillis(row.expiresAt - now), row.expiryMail);
    RealmModel tenant = own.realms().getRealm(row.realmId);
    ClientModel client = tenant == null ? null : tenant.getClientById(row.clientUuid);
    if (days.isEmpty() || client == null) {
      return;
    }
    row.expiryMail = days.get();
    own.getContext().setRealm(tenant);
    new ExpiryMail(own, tenant).send(ApplicationState.of(client), row.expiresAt);
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
