package org.sekisho.federation.information;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plans;

/** Whose page the federation information is. */
final class InformationReaders {

  private InformationReaders() {}

  /** Where the plan has no console, the role means nothing; whoever had it before may keep it. */
  static boolean isManagedByTenant(RealmModel realm) {
    return Tenant.of(realm)
        .map(Tenant::plan)
        .filter(plan -> Plans.get(plan).adminConsole())
        .isPresent();
  }

  static boolean include(RealmModel realm, UserModel user) {
    RoleModel role = realm.getRole(AdminCaller.ID_ADMINISTRATOR);
    return role != null && isManagedByTenant(realm) && user.hasRole(role);
  }
}
