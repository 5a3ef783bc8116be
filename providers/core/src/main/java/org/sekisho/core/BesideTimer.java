package org.sekisho.core;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TaskRunner;

/**
 * Runs a job beside Keycloak's timer, whose one thread all jobs of the server share. A round that
 * comes while the one before still runs is left out.
 */
final class BesideTimer implements TaskRunner {

  private static final Logger LOG = Logger.getLogger(BesideTimer.class);

  private final TaskRunner job;
  private final Executor executor;
  private final AtomicBoolean running = new AtomicBoolean();

  BesideTimer(TaskRunner job, Executor executor) {
    this.job = job;
    this.executor = executor;
  }

  @Override
  public void run() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.execute(this::round);
    } catch (RuntimeException stopping) {
      running.set(false);
      LOG.debugf("%s was not begun: %s", getTaskName(), stopping.getMessage());
    }
  }

  private void round() {
    try {
      job.run();
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "%s failed; it runs again", getTaskName());
    } finally {
      running.set(false);
    }
  }

  @Override
  public ScheduledTask getTask() {
    return job.getTask();
  }
}
