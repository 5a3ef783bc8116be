package org.sekisho.core;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Whom mail about a tenant reaches. */
public final class MailReaders {

  private static final int MOST = 20;

  private MailReaders() {}

  /** ID administrators who can sign in and have an address, at most 20. */
  public static List<UserModel> idAdministrators(KeycloakSession session, RealmModel tenant) {
    RoleModel role = tenant.getRole(AdminCaller.ID_ADMINISTRATOR);
    Stream<UserModel> members =
        role == null ? Stream.empty() : session.users().getRoleMembersStream(tenant, role, 0, MOST);
    return members.filter(UserModel::isEnabled).filter(MailReaders::hasAddress).toList();
  }

  public static boolean hasAddress(UserModel user) {
    return user.getEmail() != null && !user.getEmail().isBlank();
  }
}
