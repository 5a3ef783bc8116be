package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.BackgroundJobs;

/** Deletes rows that no limit and no code needs any more. Safe to run on several nodes at once. */
final class SmsCleanUp {

  private static final Duration INTERVAL = Duration.ofMinutes(15);

  /** The longest window of a limit is a day; one more keeps delivery reports for support. */
  private static final Duration KEPT = Duration.ofDays(2);

  private final EntityManager entities;

  SmsCleanUp(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  static void schedule(KeycloakSessionFactory factory) {
    BackgroundJobs.schedule(factory, INTERVAL, new SweepSmsRows());
  }

  /** The class's simple name is the cluster's lock. */
  static final class SweepSmsRows implements ScheduledTask {
    @Override
    public void run(KeycloakSession session) {
      new SmsCleanUp(session).expired(Time.currentTimeMillis() / 1000);
    }
  }

  void expired(long now) {
    long limit = now - KEPT.toSeconds();
    delete("delete from SmsSendEntity s where s.sentAt < :value", limit);
    delete("delete from SmsCodeEntity c where c.expiresAt < :value", limit);
  }

  // What was sent stays counted: deleting and adding a user must not set the limits back.

  void ofRealm(String realmId) {
    delete("delete from SmsCodeEntity c where c.realmId = :value", realmId);
  }

  void ofUser(String userId) {
    delete("delete from SmsCodeEntity c where c.userId = :value", userId);
  }

  private void delete(String statement, Object value) {
    entities.createQuery(statement).setParameter("value", value).executeUpdate();
  }
}
