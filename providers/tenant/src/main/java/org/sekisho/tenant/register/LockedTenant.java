package org.sekisho.tenant.register;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;
import org.keycloak.models.jpa.entities.RealmEntity;

/**
 * A tenant as it is now, which nobody else changes until the transaction ends. Whoever has waited
 * for the lock has an older realm at hand, out of Keycloak's cache or read before the wait; what is
 * compared with that is compared with the past.
 *
 * @param row of the register, locked
 * @param realm as the database has it
 */
public record LockedTenant(TenantEntity row, RealmModel realm) {

  /** Waits for the lock and reads the tenant then. Empty where there is no such tenant any more. */
  public static Optional<LockedTenant> of(KeycloakSession session, String realmId) {
    return new TenantRegister(session)
        .lock(realmId)
        .map(row -> new LockedTenant(row, fresh(session, realmId)));
  }

  private static RealmModel fresh(KeycloakSession session, String realmId) {
    forgetWhatWasRead(session, realmId);
    RealmModel realm = session.realms().getRealm(realmId);
    if (realm instanceof CachedRealmModel cached) {
      // Until it is asked for this, Keycloak's model answers out of the cache.
      cached.getDelegateForUpdate();
    }
    return realm;
  }

  /** Before the wait Keycloak may have read the realm in this transaction, attributes as well. */
  private static void forgetWhatWasRead(KeycloakSession session, String realmId) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    RealmEntity stored = entities.find(RealmEntity.class, realmId);
    stored.getAttributes().forEach(entities::detach);
    entities.refresh(stored);
  }
}
