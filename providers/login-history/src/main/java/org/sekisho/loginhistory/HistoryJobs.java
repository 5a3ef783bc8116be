package org.sekisho.loginhistory;

import java.time.Duration;
import org.keycloak.models.KeycloakSessionFactory;
import org.sekisho.core.BackgroundJobs;
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
    BackgroundJobs.schedule(factory, config.sweep(), new SessionSweep());
    BackgroundJobs.scheduleWaiting(factory, config.notices(), new NoticeJob(config));
    BackgroundJobs.schedule(factory, config.purge(), new Purge());
    BackgroundJobs.schedule(factory, SEALING, new SealJob(config));
  }
}
