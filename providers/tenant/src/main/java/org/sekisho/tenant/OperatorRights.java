package org.sekisho.tenant;

import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.sekisho.core.Problem;

/** Who is an operator: an administrator of the master realm who may create realms. */
final class OperatorRights {

  private OperatorRights() {}

  static void require(RealmModel realm, AdminPermissionEvaluator auth) {
    boolean master = realm.getName().equals(Config.getAdminRealm());
    if (!master || !auth.adminAuth().hasRealmRole(AdminRoles.CREATE_REALM)) {
      throw Problem.of("not-an-operator", 403, "Forbidden", "Only operators may do this.")
          .toException();
    }
  }
}
