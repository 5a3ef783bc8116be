package org.sekisho.settings;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.BackgroundJobs;
import org.sekisho.loginpolicy.rules.AccessChanges;
import org.sekisho.loginpolicy.rules.AccessRulesEntity;
import org.sekisho.tenant.register.LockedTenant;

/**
 * Records that unconfirmed changes have ended. The rules themselves go back by the clock, without
 * this job; it only writes down what has happened.
 */
final class ReturnOfRules implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(ReturnOfRules.class);
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final int MOST_IN_A_ROUND = 100;

  private final Duration confirmWithin;

  private ReturnOfRules(Duration confirmWithin) {
    this.confirmWithin = confirmWithin;
  }

  static void schedule(KeycloakSessionFactory factory, Duration confirmWithin) {
    BackgroundJobs.schedule(factory, INTERVAL, new ReturnOfRules(confirmWithin));
  }

  @Override
  public void run(KeycloakSession session) {
    for (String realmId : realmsWithEndedChanges(session)) {
      try {
        KeycloakModelUtils.runJobInTransaction(
            session.getKeycloakSessionFactory(), own -> settle(own, realmId));
      } catch (RuntimeException failed) {
        LOG.errorf(
            failed, "The end of a change in realm %s was not recorded; later again", realmId);
      }
    }
  }

  /** The longest waiting first, and only those whose time can have passed. */
  private List<String> realmsWithEndedChanges(KeycloakSession session) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return entities
        .createQuery(
            "select r.realmId from AccessRulesEntity r"
                + " where r.state = 'PENDING' and r.createdAt <= :latest"
                + " group by r.realmId order by min(r.createdAt)",
            String.class)
        .setParameter("latest", Time.currentTimeMillis() - confirmWithin.toMillis())
        .setMaxResults(MOST_IN_A_ROUND)
        .getResultList();
  }

  /** Under the lock: an administrator or another node may have been faster. */
  private static void settle(KeycloakSession own, String realmId) {
    LockedTenant locked = LockedTenant.of(own, realmId).orElse(null);
    if (locked == null) {
      return;
    }
    RealmModel realm = locked.realm();
    own.getContext().setRealm(realm);
    new AccessChanges(own, realm, Time.currentTimeMillis())
        .settle()
        .ifPresent(row -> record(own, realm, row));
  }

  /** Nobody acts here, so the event names the author of the change that has ended. */
  private static void record(KeycloakSession own, RealmModel realm, AccessRulesEntity row) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("reason", "not confirmed in time");
    change.put("before", row.reason());
    change.put("after", "reverted");
    TimeEvent.write(own, realm, row.authorId(), change);
    LOG.infof("A change of rules of %s was not confirmed in time and has ended", realm.getName());
  }
}
