package org.sekisho.federation.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.ExpiryQuery;
import org.sekisho.core.ExpirySchedule;
import org.sekisho.core.RowWalk;
import org.sekisho.core.RowWalk.Walked;

/**
 * Tells ID administrators by mail that a certificate of an application, or its metadata, ends. That
 * it was told is noted in the transaction that sends: what the relay does not take is tried again.
 *
 * <p>Keycloak's timer knows a task by the simple name of its class: no other module's may have it.
 */
final class CertificateMails implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(CertificateMails.class);
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  private static final ExpiryQuery QUERY = new ExpiryQuery("ApplicationCertificateEntity");

  private final RowWalk walk = new RowWalk(LONGEST_RUN);

  @Override
  public void run(KeycloakSession session) {
    Walked walked =
        walk.go(
            session.getKeycloakSessionFactory(),
            (own, after) -> QUERY.page(entities(own), after, Time.currentTimeMillis()),
            CertificateMails::tell);
    if (walked.failed() > 0) {
      LOG.warnf(
          "%d mails about applications' certificates were not sent, as %s",
          walked.failed(), walked.example());
    }
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
