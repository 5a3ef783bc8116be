package org.sekisho.tenant.user;

import jakarta.persistence.EntityManager;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.register.TenantRegister;

/**
 * How many IDs a tenant may have. Disabled users count; service accounts are not IDs.
 *
 * <p>The tenant's row is locked while IDs are counted: of two who ask for the last ID the second
 * waits until the first has it.
 */
public final class IdLimit {

  private final KeycloakSession session;

  public IdLimit(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Returns when one more ID is allowed.
   *
   * @throws IdLimitReachedException otherwise
   */
  void require(RealmModel realm) {
    if (!Tenant.is(realm)) {
      return;
    }
    new TenantRegister(session)
        .lock(realm.getId())
        .map(tenant -> Plans.get(tenant.plan()))
        .map(Plan::users)
        .filter(users -> !users.admits(count(realm) + 1))
        .ifPresent(
            users -> {
              throw new IdLimitReachedException(users.max());
            });
  }

  boolean admitsOneMore(RealmModel realm) {
    try {
      require(realm);
      return true;
    } catch (IdLimitReachedException reached) {
      return false;
    }
  }

  /** IDs in use. */
  public long count(RealmModel realm) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return entities
        .createQuery(
            "select count(u) from UserEntity u"
                + " where u.realmId = :realm and u.serviceAccountClientLink is null",
            Long.class)
        .setParameter("realm", realm.getId())
        .getSingleResult();
  }

  /** Keycloak names the account before it links it to its client; no user ID looks like this. */
  static boolean isServiceAccount(RealmModel realm, String username) {
    String prefix = ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX;
    if (!username.startsWith(prefix) || username.contains("@")) {
      return false;
    }
    ClientModel client = realm.getClientByClientId(username.substring(prefix.length()));
    return client != null && client.isServiceAccountsEnabled();
  }
}
