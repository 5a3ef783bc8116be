package org.sekisho.loginhistory.seal;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.loginhistory.HistoryConfig;
import org.sekisho.loginhistory.record.TenantsWithRecords;

/**
 * Seals what was recorded in periods that are over, tenant after tenant. It only reads records, so
 * no sign-in waits for it; where two nodes seal the same period, the primary key lets one of them
 * have it.
 */
public final class SealJob implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(SealJob.class);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);

  private final HistoryConfig config;
  private String last = "";

  public SealJob(HistoryConfig config) {
    this.config = config;
  }

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    while (System.nanoTime() < end) {
      String tenant = TenantsWithRecords.after(factory, last);
      if (tenant == null) {
        last = "";
        return;
      }
      sealAll(factory, tenant, end);
      last = tenant;
    }
  }

  private void sealAll(KeycloakSessionFactory factory, String tenant, long end) {
    try {
      boolean more = true;
      while (more && System.nanoTime() < end) {
        more = KeycloakModelUtils.runJobInTransactionWithResult(factory, own -> seal(own, tenant));
      }
    } catch (RuntimeException failed) {
      LOG.warnf("A period of realm %s was not sealed; tried again: %s", tenant, failed);
    }
  }

  private boolean seal(KeycloakSession own, String tenant) {
    RealmModel realm = own.realms().getRealm(tenant);
    if (realm == null) {
      return false;
    }
    own.getContext().setRealm(realm);
    long sealable = Time.currentTimeMillis() - config.sealDelay().toMillis();
    return new Sealing(own, realm, config.sealPeriod()).sealNext(sealable);
  }
}
