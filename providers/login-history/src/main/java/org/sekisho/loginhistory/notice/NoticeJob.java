package org.sekisho.loginhistory.notice;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.loginhistory.HistoryConfig;

/**
 * Sends what is due. A node takes a mail by moving its time on, which only one can; where it dies
 * before the mail is gone, the mail is due again a minute later. So a mail can come twice, and none
 * is lost.
 */
public final class NoticeJob implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(NoticeJob.class);
  private static final int BATCH = 50;
  private static final int MOST_ATTEMPTS = 8;
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

  private final HistoryConfig config;

  public NoticeJob(HistoryConfig config) {
    this.config = config;
  }

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    List<String> due =
        KeycloakModelUtils.runJobInTransactionWithResult(
            factory,
            own ->
                entities(own)
                    .createQuery(
                        "select n.id from NoticeEntity n where n.dueAt <= :now order by n.dueAt",
                        String.class)
                    .setParameter("now", Time.currentTimeMillis())
                    .setMaxResults(BATCH)
                    .getResultList());
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    for (String id : due) {
      if (System.nanoTime() > end) {
        return;
      }
      if (KeycloakModelUtils.runJobInTransactionWithResult(factory, own -> take(own, id))) {
        send(factory, id);
      }
    }
  }

  /** Doubles the wait with each attempt, from a minute to two hours. */
  private static boolean take(KeycloakSession own, String id) {
    NoticeEntity found = entities(own).find(NoticeEntity.class, id);
    if (found == null) {
      return false;
    }
    long now = Time.currentTimeMillis();
    return entities(own)
            .createQuery(
                "update NoticeEntity n set n.dueAt = :next, n.attempts = n.attempts + 1"
                    + " where n.id = :id and n.dueAt = :due and n.dueAt <= :now")
            .setParameter("next", now + (FIRST_WAIT.toMillis() << found.attempts))
            .setParameter("id", id)
            .setParameter("due", found.dueAt)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  private void send(KeycloakSessionFactory factory, String id) {
    try {
      KeycloakModelUtils.runJobInTransaction(
          factory,
          own -> {
            NoticeEntity notice = entities(own).find(NoticeEntity.class, id);
            if (notice != null) {
              deliver(own, notice);
              entities(own).remove(notice);
            }
          });
    } catch (RuntimeException failed) {
      LOG.warnf("A mail was not sent; tried again: %s", failed.getMessage());
      KeycloakModelUtils.runJobInTransaction(factory, own -> giveUpOld(own, id));
    }
  }

  private void deliver(KeycloakSession own, NoticeEntity notice) {
    RealmModel realm = own.realms().getRealm(notice.realmId);
    if (realm != null) {
      own.getContext().setRealm(realm);
      new NoticeMail(own, realm, config).send(notice);
    }
  }

  private static void giveUpOld(KeycloakSession own, String id) {
    NoticeEntity notice = entities(own).find(NoticeEntity.class, id);
    if (notice != null && notice.attempts >= MOST_ATTEMPTS) {
      LOG.errorf("A mail (%s) was given up after %d attempts", notice.kind, notice.attempts);
      entities(own).remove(notice);
    }
  }

  private static EntityManager entities(KeycloakSession own) {
    return own.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
