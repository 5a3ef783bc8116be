package org.sekisho.federation.microsoft365;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.BackgroundJobs;

/**
 * Goes on with what was begun and interrupted, takes rollovers further, and looks for drift. One
 * node at a time; what a node leaves undone the next round does.
 */
final class FederationJob implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(FederationJob.class);
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

  private final Microsoft365Config config;

  private FederationJob(Microsoft365Config config) {
    this.config = config;
  }

  static void schedule(KeycloakSessionFactory factory, Microsoft365Config config) {
    BackgroundJobs.scheduleWaiting(factory, config.jobInterval(), new FederationJob(config));
  }

  @Override
  public void run(KeycloakSession session) {
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    for (String realm : tenants(session, Microsoft365Store::unfinished)) {
      if (System.nanoTime() < end) {
        attempt(session, realm, this::goOn);
      }
    }
    long moment = Time.currentTimeMillis() - config.watchInterval().toMillis();
    for (String realm : tenants(session, store -> store.unwatchedSince(moment))) {
      if (System.nanoTime() < end) {
        attempt(session, realm, this::watch);
      }
    }
  }

  private static List<String> tenants(
      KeycloakSession session, Function<Microsoft365Store, List<String>> query) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(), own -> query.apply(new Microsoft365Store(own)));
  }

  /** What one tenant's directory does holds up no other tenant. */
  private void attempt(KeycloakSession session, String realm, Consumer<Worker> work) {
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(),
        own -> {
          try {
            work.accept(new Worker(own, realm, config));
          } catch (DirectoryException failed) {
            LOG.warnf("Microsoft 365 of %s: %s; tried again", realm, failed.getMessage());
          } catch (RuntimeException failed) {
            LOG.errorf(failed, "Microsoft 365 of %s; tried again", realm);
          }
        });
  }

  private void goOn(Worker worker) {
    Lease lease = worker.lease();
    if (!lease.take()) {
      return;
    }
    try {
      turn(worker, row -> row.workedAt = Time.currentTimeMillis());
      Optional<DirectoryTarget> directory = worker.directory();
      if (directory.isPresent()) {
        for (String domain : begun(worker)) {
          goOn(worker, directory.get(), domain);
        }
      }
      tellOfRollover(worker);
      new RolloverSteps(worker, directory).goOn();
    } finally {
      lease.giveBack();
    }
  }

  /** What one domain meets with holds up no other, and not the rollover. */
  private static void goOn(Worker worker, DirectoryTarget directory, String domain) {
    try {
      new DomainSteps(worker, directory).goOn(domain);
    } catch (DirectoryException failed) {
      LOG.warnf("Microsoft 365 of %s: %s; tried again", domain, failed.getMessage());
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "Microsoft 365 of %s; tried again", domain);
    }
  }

  private static List<String> begun(Worker worker) {
    return domains(worker, row -> row.state.isIntention() && !row.byScript);
  }

  private static List<String> domains(Worker worker, Predicate<DomainEntity> which) {
    return worker.read(
        view ->
            view.store().domains(worker.realmId()).stream()
                .filter(which)
                .map(row -> row.domain)
                .toList());
  }

  /** Before the work: who fails or takes long goes to the end of the line like anybody else. */
  private static void turn(Worker worker, Consumer<DirectoryEntity> note) {
    worker.change(view -> note.accept(view.store().lock(worker.realmId())));
  }

  private void watch(Worker worker) {
    turn(worker, row -> row.watchTriedAt = Time.currentTimeMillis());
    for (String domain : domains(worker, row -> row.state.isFederated())) {
      try {
        new Watching(worker).look(domain);
      } catch (DirectoryException failed) {
        // It is due still, and the next round tries again; the other domains are looked at now.
        change(worker, domain, (view, row) -> row.lastError = failed.getMessage());
        LOG.warnf("Microsoft 365 of %s: %s; tried again", domain, failed.getMessage());
      }
      tell(worker, domain);
    }
  }

  /** A mail that the relay does not take is tried again in the next round; the switch waits. */
  private void tellOfRollover(Worker worker) {
    try {
      worker.change(view -> RolloverMail.tell(view, config.operatorMail()));
    } catch (IllegalStateException failed) {
      LOG.warnf("A mail about a rollover was not sent: %s", failed.getMessage());
    }
  }

  /** A mail that the relay does not take is tried again with the next comparison. */
  private void tell(Worker worker, String domain) {
    try {
      change(worker, domain, (view, row) -> new DriftMail(view, config.operatorMail()).tell(row));
    } catch (IllegalStateException failed) {
      LOG.warnf("A mail about drift of %s was not sent: %s", domain, failed.getMessage());
    }
  }

  private static void change(
      Worker worker, String domain, BiConsumer<Worker.View, DomainEntity> work) {
    worker.change(
        view ->
            view.store().domain(worker.realmId(), domain).ifPresent(row -> work.accept(view, row)));
  }
}
