package org.sekisho.core;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TaskRunner;
import org.keycloak.timer.TimerProvider;

/**
 * Work that is done again and again, on one node at a time. Keycloak's timer knows a job by the
 * simple name of its class: no two modules may have the same.
 */
public final class BackgroundJobs {

  /**
   * How long the other nodes leave a job that waits to the one that has begun it, where that does
   * not say that it is done: longer than its rounds are.
   */
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

  private BackgroundJobs() {}

  /** For what only asks and changes the database. */
  public static void schedule(
      KeycloakSessionFactory factory, Duration interval, ScheduledTask job) {
    schedule(factory, interval, runner(factory, interval, job));
  }

  /**
   * For what waits for others too: mail relays, applications, name servers, Microsoft. A round ends
   * within two minutes: Keycloak's transaction around it has five.
   */
  public static void scheduleWaiting(
      KeycloakSessionFactory factory, Duration interval, ScheduledTask job) {
    String pool = "sekisho-" + job.getTaskName();
    Executor executor =
        KeycloakModelUtils.runJobInTransactionWithResult(
            factory, session -> session.getProvider(ExecutorsProvider.class).getExecutor(pool));
    schedule(factory, interval, new BesideTimer(runner(factory, longer(interval), job), executor));
  }

  private static Duration longer(Duration interval) {
    return interval.compareTo(LONGEST_ROUND) > 0 ? interval : LONGEST_ROUND;
  }

  /**
   * A job for one node at a time.
   *
   * @param lock how long the others stay away at most: Keycloak ends its lock then
   */
  private static TaskRunner runner(
      KeycloakSessionFactory factory, Duration lock, ScheduledTask job) {
    return new ClusterAwareScheduledTaskRunner(factory, job, lock.toMillis());
  }

  private static void schedule(
      KeycloakSessionFactory factory, Duration interval, TaskRunner runner) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session -> session.getProvider(TimerProvider.class).schedule(runner, interval.toMillis()));
  }
}
