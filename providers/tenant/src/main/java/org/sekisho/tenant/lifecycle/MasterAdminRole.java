package org.sekisho.tenant.lifecycle;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Takes other realms' roles out of the composite role {@code admin} of the master realm.
 *
 * <p>Keycloak puts some twenty of them there for each realm. With them every administrator of the
 * master realm would rule every tenant, and each further realm would take longer to create.
 */
public final class MasterAdminRole {

  private MasterAdminRole() {}

  static void release(KeycloakSession session, RealmModel tenant) {
    RoleModel admin = admin(session);
    ClientModel rights = tenant.getMasterAdminClient();
    rights.getRolesStream().toList().forEach(admin::removeCompositeRole);
  }

  /**
   * Takes out what others have put there: Keycloak's migration, or a realm that was made without
   * us.
   *
   * @param most how many roles at once; the next start goes on
   * @return how many were taken out
   */
  public static int releaseStrangers(KeycloakSession session, int most) {
    RealmModel master = master(session);
    RoleModel admin = admin(session);
    List<String> strangers = strangers(session, master, admin, most);
    strangers.stream()
        .map(master::getRoleById)
        .filter(role -> role != null)
        .forEach(admin::removeCompositeRole);
    return strangers.size();
  }

  /** By query: the composite may hold a hundred thousand roles, and none but these are loaded. */
  private static List<String> strangers(
      KeycloakSession session, RealmModel master, RoleModel admin, int most) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return entities
        .createQuery(
            "select c.childRole.id from CompositeRoleEntity c"
                + " where c.parentRole.id = :admin and c.childRole.clientRole = true"
                + " and c.childRole.clientId in (select k.id from ClientEntity k"
                + " where k.realmId = :master and k.clientId like :suffix and k.id <> :own)",
            String.class)
        .setParameter("admin", admin.getId())
        .setParameter("master", master.getId())
        .setParameter("suffix", "%" + AdminRoles.APP_SUFFIX)
        .setParameter("own", master.getMasterAdminClient().getId())
        .setMaxResults(most)
        .getResultList();
  }

  static RealmModel master(KeycloakSession session) {
    return session.realms().getRealmByName(Config.getAdminRealm());
  }

  private static RoleModel admin(KeycloakSession session) {
    return master(session).getRole(AdminRoles.ADMIN);
  }
}
