package org.sekisho.tenant.user;

import java.util.List;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.Plans;

/** The role of those who manage a tenant's users. */
public final class IdAdministrators {

  public static final String ROLE = AdminCaller.ID_ADMINISTRATOR;

  private static final List<String> RIGHTS =
      List.of(AdminRoles.MANAGE_USERS, AdminRoles.VIEW_USERS, AdminRoles.VIEW_EVENTS);

  private IdAdministrators() {}

  /** Gives the role what its plan grants: without a console there is nothing to manage. */
  public static void adapt(RealmModel realm, Plan plan) {
    RoleModel role = realm.getRole(ROLE);
    ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
    for (String name : RIGHTS) {
      RoleModel right = management.getRole(name);
      if (plan.adminConsole()) {
        role.addCompositeRole(right);
      } else {
        role.removeCompositeRole(right);
      }
    }
  }

  /**
   * Makes a user an ID administrator.
   *
   * @throws NoIdAdministratorsException where the plan has none
   */
  public static void appoint(RealmModel realm, UserModel user) {
    if (!Plans.get(Tenant.of(realm).orElseThrow().plan()).adminConsole()) {
      throw new NoIdAdministratorsException();
    }
    user.grantRole(realm.getRole(ROLE));
  }

  /** Whether somebody is one already. */
  public static boolean exist(KeycloakSession session, RealmModel realm) {
    return session
        .users()
        .getRoleMembersStream(realm, realm.getRole(ROLE), 0, 1)
        .findAny()
        .isPresent();
  }
}
