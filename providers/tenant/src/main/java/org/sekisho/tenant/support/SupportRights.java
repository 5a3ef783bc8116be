package org.sekisho.tenant.support;

import java.util.List;
import java.util.TreeSet;
import org.keycloak.models.AdminRoles;

/**
 * What a support session can give: Keycloak's own roles for the administration of one realm.
 *
 * <p>Not among them: {@code manage-realm} and {@code impersonation}. The first would change plan,
 * domains and rules behind the back of the register, the second would sign in as a user. Nor {@code
 * view-clients} and {@code manage-clients}: they show and set the secrets of applications, redirect
 * addresses and sign-in flows, and what was learnt or made would outlive the session.
 */
final class SupportRights {

  static final List<String> GRANTABLE =
      List.of(
          AdminRoles.VIEW_REALM,
          AdminRoles.VIEW_USERS,
          AdminRoles.VIEW_EVENTS,
          AdminRoles.VIEW_IDENTITY_PROVIDERS,
          AdminRoles.QUERY_USERS,
          AdminRoles.QUERY_GROUPS,
          AdminRoles.QUERY_CLIENTS,
          AdminRoles.MANAGE_USERS);

  private SupportRights() {}

  static boolean areGrantable(List<String> rights) {
    return rights != null && !rights.isEmpty() && GRANTABLE.containsAll(rights);
  }

  static String joined(List<String> rights) {
    return String.join(",", new TreeSet<>(rights));
  }

  static List<String> split(String rights) {
    return List.of(rights.split(",", -1));
  }
}
