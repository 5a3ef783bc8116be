package org.sekisho.devicecertificate.authority;

import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;

/**
 * Ends issuing CAs that retire once the last certificate of theirs has expired: browsers are no
 * longer asked for them. One statement, so a crash leaves nothing half-done.
 */
public final class AuthorityEnds implements ScheduledTask {

  @Override
  public void run(KeycloakSession session) {
    session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(
            "update AuthorityEntity a set a.state = :retired, a.changedAt = :now"
                + " where a.state = :retiring and not exists (select d.id from DeviceEntity d"
                + " where d.authorityId = a.id and d.expiresAt > :now)")
        .setParameter("retired", State.RETIRED)
        .setParameter("retiring", State.RETIRING)
        .setParameter("now", Time.currentTimeMillis())
        .executeUpdate();
  }
}
