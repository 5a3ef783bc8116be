package org.sekisho.tenant;

import java.util.List;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The role of those who manage a tenant's users. */
final class IdAdministrators {

  private static final String ROLE = "id-administrator";

  private static final List<String> RIGHTS =
      List.of(AdminRoles.MANAGE_USERS, AdminRoles.VIEW_USERS, AdminRoles.VIEW_EVENTS);

  private IdAdministrators() {}

  static void grantRights(RealmModel realm) {
    RoleModel role = realm.getRole(ROLE);
    ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
    RIGHTS.forEach(right -> role.addCompositeRole(management.getRole(right)));
  }

  static void appoint(RealmModel realm, UserModel user) {
    user.grantRole(realm.getRole(ROLE));
  }
}
