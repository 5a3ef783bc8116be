package org.sekisho.tenant.operator;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.tenant.lifecycle.MasterAdminRole;
import org.sekisho.tenant.support.OperatorRole;

/**
 * Brings the master realm into the shape that operators need, at each start: their roles, the
 * record of what they do, and no role that reaches into a tenant. What is right already is left
 * alone, so any number of nodes may start at once.
 */
final class MasterRealm {

  private static final Logger LOG = Logger.getLogger(MasterRealm.class);
  private static final String CLUSTER_KEY = "sekisho-master-realm";
  private static final int LOCKED_SECONDS = 120;

  private MasterRealm() {}

  /**
   * Makes the realm ready.
   *
   * @param mostRoles how many strangers' roles to take out in one start
   */
  static void prepare(KeycloakSessionFactory factory, int mostRoles) {
    KeycloakModelUtils.runJobInTransaction(
        factory,
        session ->
            session
                .getProvider(ClusterProvider.class)
                .executeIfNotExecuted(
                    CLUSTER_KEY,
                    LOCKED_SECONDS,
                    () -> {
                      KeycloakModelUtils.runJobInTransaction(factory, own -> shape(own, mostRoles));
                      return null;
                    }));
  }

  private static void shape(KeycloakSession session, int mostRoles) {
    RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
    session.getContext().setRealm(master);
    recordWhatOperatorsDo(master);
    addRoles(master);
    int released = MasterAdminRole.releaseStrangers(session, mostRoles);
    if (released > 0) {
      LOG.warnf(
          "Took %d roles of other realms out of the role 'admin' of the master realm%s",
          released, released == mostRoles ? "; the next start goes on" : "");
    }
  }

  private static void recordWhatOperatorsDo(RealmModel master) {
    if (!master.isAdminEventsEnabled()) {
      master.setAdminEventsEnabled(true);
    }
    if (!master.isAdminEventsDetailsEnabled()) {
      master.setAdminEventsDetailsEnabled(true);
    }
  }

  /** The first operator comes from Keycloak's bootstrap and has the role 'admin' alone. */
  private static void addRoles(RealmModel master) {
    RoleModel lower = null;
    for (OperatorRole role : OperatorRole.values()) {
      RoleModel made = master.getRole(role.roleName());
      if (made == null) {
        made = master.addRole(role.roleName());
        if (lower != null) {
          made.addCompositeRole(lower);
        }
        if (role == OperatorRole.MANAGER) {
          master.getRole(AdminRoles.ADMIN).addCompositeRole(made);
        }
      }
      lower = made;
    }
  }
}
