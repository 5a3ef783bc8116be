package org.sekisho.tenant.lifecycle;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.BackgroundJobs;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.register.TenantState;
import org.sekisho.tenant.support.SupportSessions;

/**
 * Removes closing tenants whose grace period is over: a few in each round, each in a transaction of
 * its own, so that a crash leaves a tenant whole or gone and the next round goes on.
 */
public final class TenantRemoval implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(TenantRemoval.class);
  private static final int MOST_IN_A_ROUND = 20;

  public static void schedule(KeycloakSessionFactory factory, Duration interval) {
    BackgroundJobs.schedule(factory, interval, new TenantRemoval());
  }

  @Override
  public void run(KeycloakSession session) {
    long now = Time.currentTimeMillis();
    // Apart: what it deletes would be locked while the tenants that it belonged to are removed.
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(), own -> new SupportSessions(own).forgetOld(now));
    for (String realmId : new TenantRegister(session).dueForRemoval(now, MOST_IN_A_ROUND)) {
      try {
        KeycloakModelUtils.runJobInTransaction(
            session.getKeycloakSessionFactory(), own -> removeIfDue(own, realmId, now));
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "The closed tenant %s could not be removed; tried again later", realmId);
      }
    }
  }

  /** Under the lock: another node may have removed it, an operator may have restored it. */
  private static void removeIfDue(KeycloakSession own, String realmId, long now) {
    boolean due =
        new TenantRegister(own).lock(realmId).filter(tenant -> isDue(tenant, now)).isPresent();
    RealmModel realm = due ? own.realms().getRealm(realmId) : null;
    if (realm != null) {
      own.getContext().setRealm(realm);
      String name = realm.getName();
      new TenantStates(own).remove(realm);
      LOG.infof("Removed the closed tenant %s", name);
    }
  }

  private static boolean isDue(TenantEntity tenant, long now) {
    return tenant.state() == TenantState.CLOSING && tenant.removeAt() <= now;
  }
}
