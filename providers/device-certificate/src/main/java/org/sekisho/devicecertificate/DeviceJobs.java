package org.sekisho.devicecertificate;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
import org.sekisho.core.BackgroundJobs;
import org.sekisho.devicecertificate.authority.AuthorityEnds;
import org.sekisho.devicecertificate.authority.ForgottenKeys;
import org.sekisho.devicecertificate.authority.RevocationLists;
import org.sekisho.devicecertificate.authority.Rewrapping;
import org.sekisho.devicecertificate.keep.DeviceCare;
import org.sekisho.devicecertificate.keep.ExpiryMails;
import org.sekisho.devicecertificate.keep.Farewells;
import org.sekisho.devicecertificate.keep.FormerDevices;
import org.sekisho.devicecertificate.listener.CertauthListener;
import org.sekisho.devicecertificate.listener.ListenerCare;

/** What runs in the background; each task is safe where two nodes run it one after the other. */
final class DeviceJobs {

  /** How soon each node knows of a new issuing CA. */
  private static final Duration HINTS = Duration.ofSeconds(5);

  private static final Duration LISTS = Duration.ofSeconds(10);
  private static final Duration FAREWELLS = Duration.ofSeconds(10);
  private static final Duration CARE = Duration.ofMinutes(1);
  private static final Duration KEYS = Duration.ofSeconds(20);

  /** A rotation is never urgent to the minute, and it starts with the server. */
  private static final Duration REWRAPPING = Duration.ofMinutes(1);

  private DeviceJobs() {}

  static void schedule(KeycloakSessionFactory factory, Optional<CertauthListener> listener) {
    listener.ifPresent(ours -> everywhere(factory, HINTS, new ListenerCare(ours)));
    BackgroundJobs.schedule(factory, LISTS, new RevocationLists());
    BackgroundJobs.schedule(factory, FAREWELLS, new Farewells());
    BackgroundJobs.schedule(factory, CARE, new DeviceCare());
    BackgroundJobs.scheduleWaiting(factory, CARE, new ExpiryMails());
    BackgroundJobs.schedule(factory, CARE, new FormerDevices());
    BackgroundJobs.schedule(factory, CARE, new AuthorityEnds());
    BackgroundJobs.schedule(factory, KEYS, new ForgottenKeys());
    BackgroundJobs.schedule(factory, REWRAPPING, new Rewrapping());
  }

  /** On every node. */
  private static void everywhere(
      KeycloakSessionFactory factory, Duration interval, ScheduledTask task) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session ->
            session
                .getProvider(TimerProvider.class)
                .schedule(new ScheduledTaskRunner(factory, task), interval.toMillis()));
  }
}
