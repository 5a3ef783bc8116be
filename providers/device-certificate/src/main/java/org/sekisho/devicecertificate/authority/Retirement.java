package org.sekisho.devicecertificate.authority;

import jakarta.persistence.EntityManager;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.RevocationReason;

/**
 * Takes an issuing CA out of service. It issues nothing any more; its lists and answers go on until
 * the last certificate has expired, because others check certificates too.
 */
public final class Retirement {

  private final EntityManager entities;
  private final Authorities authorities;

  public Retirement(KeycloakSession session, RealmModel tenant) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.authorities = new Authorities(session, tenant);
  }

  /**
   * Retires a generation.
   *
   * @param atOnce whether its devices are revoked now, as where its key is in other hands; else
   *     they get in until they expire
   * @throws IllegalArgumentException saying why it cannot be retired
   */
  public AuthorityEntity retire(int generation, boolean atOnce) {
    AuthorityEntity authority =
        authorities
            .generation(generation)
            .filter(found -> found.state == State.ACTIVE || found.state == State.RETIRING)
            .orElseThrow(() -> new IllegalArgumentException("no such generation is in service"));
    long now = Time.currentTimeMillis();
    authority.state = atOnce ? State.RETIRED : State.RETIRING;
    authority.changedAt = now;
    if (atOnce) {
      authority.revokedAt = now;
      revokeDevices(entities, authority.id, now);
    }
    return authority;
  }

  /**
   * A row counts at once on every node, for sessions as well. That sessions are to end and users to
   * hear of it is noted for {@link org.sekisho.devicecertificate.keep.Farewells}.
   */
  static void revokeDevices(EntityManager entities, String authorityId, long now) {
    entities
        .createQuery(
            "update DeviceEntity d set d.state = :revoked, d.revokedAt = :now,"
                + " d.revocationReason = :reason"
                + " where d.authorityId = :authority and d.state <> :revoked")
        .setParameter("revoked", DeviceState.REVOKED)
        .setParameter("now", now)
        .setParameter("reason", RevocationReason.AUTHORITY_RETIRED)
        .setParameter("authority", authorityId)
        .executeUpdate();
    entities
        .createQuery(
            "insert into FarewellEntity (id, realmId) select d.id, d.realmId from DeviceEntity d"
                + " where d.authorityId = :authority and d.revocationReason = :reason"
                + " and d.expiresAt > :now")
        .setParameter("authority", authorityId)
        .setParameter("reason", RevocationReason.AUTHORITY_RETIRED)
        .setParameter("now", now)
        .executeUpdate();
  }
}
