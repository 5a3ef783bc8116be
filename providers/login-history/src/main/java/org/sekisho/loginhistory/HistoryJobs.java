package org.sekisho.loginhistory;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
import org.sekisho.loginhistory.keep.Purge;
import org.sekisho.loginhistory.notice.NoticeJob;
import org.sekisho.loginhistory.seal.SealJob;
import org.sekisho.loginhistory.session.SessionSweep;

/**
 * What runs in the background. Keycloak keeps two nodes from running one task at once, but not from
 * running it one after the other: each task is safe for that itself.
 */
public final class HistoryJobs {

  /** How often it is looked for periods that are over. */
  private static final Duration SEALING = Duration.ofSeconds(20);

  private HistoryJobs() {}

  public static void schedule(KeycloakSessionFactory factory, HistoryConfig config) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session -> {
          every(session, config.sweep(), new SessionSweep());
          every(session, config.notices(), new NoticeJob(config));
          every(session, config.purge(), new Purge());
          every(session, SEALING, new SealJob(config));
        });
  }

  private static void every(KeycloakSession session, Duration interval, ScheduledTask task) {
    session
        .getProvider(TimerProvider.class)
        .schedule(
            new ClusterAwareScheduledTaskRunner(
                session.getKeycloakSessionFactory(), task, interval.toMillis()),
            interval.toMillis());
  }
}
