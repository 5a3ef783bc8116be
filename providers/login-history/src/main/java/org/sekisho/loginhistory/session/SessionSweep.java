package org.sekisho.loginhistory.session;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Notices sessions that have reached their idle or maximum time. Each is looked at when it would
 * end, so the work does not grow with the number of those that are open. Two nodes at once do no
 * harm: only one of them takes a session out of the table.
 */
public final class SessionSweep implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(SessionSweep.class);
  private static final int BATCH = 100;

  /** The timer is shared with Keycloak's own tasks; the next round goes on. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  @Override
  public void run(KeycloakSession session) {
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    int checked;
    do {
      checked =
          KeycloakModelUtils.runJobInTransactionWithResult(
              session.getKeycloakSessionFactory(), SessionSweep::checkSome);
    } while (checked == BATCH && System.nanoTime() < end);
  }

  private static int checkSome(KeycloakSession own) {
    List<OpenSessionEntity> due =
        own.getProvider(JpaConnectionProvider.class)
            .getEntityManager()
            .createQuery(
                "select s from OpenSessionEntity s where s.checkAt <= :now order by s.checkAt",
                OpenSessionEntity.class)
            .setParameter("now", Time.currentTimeMillis())
            .setMaxResults(BATCH)
            .getResultList();
    due.forEach(open -> check(own, open));
    return due.size();
  }

  private static void check(KeycloakSession own, OpenSessionEntity open) {
    RealmModel realm = own.realms().getRealm(open.realmId);
    if (realm == null) {
      LOG.debugf("The realm of session %s is gone", open.sessionId);
      return;
    }
    own.getContext().setRealm(realm);
    new SessionEnds(own, realm).check(open);
  }
}
