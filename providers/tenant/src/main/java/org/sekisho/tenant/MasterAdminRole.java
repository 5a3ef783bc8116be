package org.sekisho.tenant;

import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Takes a tenant's roles out of the composite role {@code admin} of the master realm.
 *
 * <p>Keycloak puts some twenty of them there for each realm. With them every administrator of the
 * master realm would rule every tenant, and each further realm would take longer to create.
 */
final class MasterAdminRole {

  private MasterAdminRole() {}

  static void release(KeycloakSession session, RealmModel tenant) {
    RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
    RoleModel admin = master.getRole(AdminRoles.ADMIN);
    ClientModel rights = tenant.getMasterAdminClient();
    rights.getRolesStream().toList().forEach(admin::removeCompositeRole);
  }
}
