package org.sekisho.loginhistory;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Those who look after a tenant. */
public final class IdAdministrators {

  public static final String ROLE = "id-administrator";

  private static final int MOST = 20;

  private IdAdministrators() {}

  /** Those whom mail reaches, at most 20. */
  public static List<UserModel> withMail(KeycloakSession session, RealmModel realm) {
    RoleModel role = realm.getRole(ROLE);
    if (role == null) {
      return List.of();
    }
    return session
        .users()
        .getRoleMembersStream(realm, role, 0, MOST)
        .filter(UserModel::isEnabled)
        .filter(IdAdministrators::hasMail)
        .toList();
  }

  public static boolean hasMail(UserModel user) {
    return user.getEmail() != null && !user.getEmail().isBlank();
  }
}
