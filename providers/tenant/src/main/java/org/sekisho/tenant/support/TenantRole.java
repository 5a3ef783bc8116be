package org.sekisho.tenant.support;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.sekisho.core.Tenant;

/**
 * Tells which tenant a role of the master realm administers: Keycloak keeps a client in the master
 * realm for each realm, with one role for each right.
 */
final class TenantRole {

  /** Read once: Keycloak would search its whole configuration for each user that is looked up. */
  private static final String MASTER = Config.getAdminRealm();

  private TenantRole() {}

  /**
   * Empty for roles that administer no tenant. The realm says which client is its own: the client's
   * name can be changed by every administrator of the master realm.
   */
  static Optional<RealmModel> tenantOf(RoleModel role, KeycloakSession session) {
    if (!role.isClientRole() || !(role.getContainer() instanceof ClientModel client)) {
      return Optional.empty();
    }
    if (!isMaster(client.getRealm())) {
      return Optional.empty();
    }
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return entities
        .createQuery(
            "select r.id from RealmEntity r where r.masterAdminClient = :client", String.class)
        .setParameter("client", client.getId())
        .getResultStream()
        .findFirst()
        .map(session.realms()::getRealm)
        .filter(realm -> Tenant.is(realm));
  }

  /** The role that Keycloak asks for where it would let somebody pass whatever the realm. */
  static boolean isMasterAdmin(RoleModel role) {
    return role.getName().equals(AdminRoles.ADMIN)
        && role.getContainer() instanceof RealmModel realm
        && isMaster(realm);
  }

  static boolean isMaster(RealmModel realm) {
    return realm.getName().equals(MASTER);
  }
}
