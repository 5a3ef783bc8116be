package org.sekisho.devicecertificate;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
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
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session -> {
          listener.ifPresent(ours -> everywhere(session, HINTS, new ListenerCare(ours)));
          once(session, LISTS, new RevocationLists());
          once(session, FAREWELLS, new Farewells());
          once(session, CARE, new DeviceCare());
          once(session, CARE, new ExpiryMails());
          once(session, CARE, new FormerDevices());
          once(session, CARE, new AuthorityEnds());
          once(session, KEYS, new ForgottenKeys());
          once(session, REWRAPPING, new Rewrapping());
        });
  }

  /** On every node. */
  private static void everywhere(KeycloakSession session, Duration interval, ScheduledTask task) {
    session
        .getProvider(TimerProvider.class)
        .schedule(
            new ScheduledTaskRunner(session.getKeycloakSessionFactory(), task),
            interval.toMillis());
  }

  /** On one node at a time. */
  private static void once(KeycloakSession session, Duration interval, ScheduledTask task) {
    session
        .getProvider(TimerProvider.class)
        .schedule(
            new ClusterAwareScheduledTaskRunner(
                session.getKeycloakSessionFactory(), task, interval.toMillis()),
            interval.toMillis());
  }
}
