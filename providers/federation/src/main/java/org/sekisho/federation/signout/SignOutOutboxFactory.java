package org.sekisho.federation.signout;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.sekisho.core.BackgroundJobs;
import org.sekisho.core.SignOutNotices;
import org.sekisho.core.SignOutNoticesFactory;

/** Has applications told every few seconds, on one node at a time. */
public final class SignOutOutboxFactory implements SignOutNoticesFactory {

  private static final int MOST_SECONDS = 3_600;

  private Duration interval;
  private SignOutThreads threads;

  @Override
  public SignOutNotices create(KeycloakSession session) {
    return new SignOutOutbox(session);
  }

  @Override
  public void init(Config.Scope scope) {
    int seconds = scope.getInt("interval-seconds", 5);
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "interval-seconds must be 1 to %d, is %d".formatted(MOST_SECONDS, seconds));
    }
    interval = Duration.ofSeconds(seconds);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    threads = new SignOutThreads();
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            BackgroundJobs.scheduleWaiting(factory, interval, new SignOutTelling(threads));
          }
        });
  }

  @Override
  public String getId() {
    return "outbox";
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.close();
    }
  }
}
