package org.sekisho.tenant.support;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.sekisho.core.Tenant;

/**
 * Tells which tenant a role of the master realm administers: Keycloak keeps a client {@code
 * <realm>-realm} in the master realm for each realm, with one role for each right.
 */
final class TenantRole {

  private TenantRole() {}

  /** Empty for roles that administer no tenant. */
  static Optional<RealmModel> tenantOf(RoleModel role, KeycloakSession session) {
    if (!role.isClientRole() || !(role.getContainer() instanceof ClientModel client)) {
      return Optional.empty();
    }
    String id = client.getClientId();
    if (!id.endsWith(AdminRoles.APP_SUFFIX) || !isMaster(client.getRealm())) {
      return Optional.empty();
    }
    String realm = id.substring(0, id.length() - AdminRoles.APP_SUFFIX.length());
    return Optional.ofNullable(session.realms().getRealmByName(realm))
        .filter(found -> Tenant.of(found).isPresent());
  }

  static boolean isMaster(RealmModel realm) {
    return realm.getName().equals(Config.getAdminRealm());
  }
}
