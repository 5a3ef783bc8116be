package org.sekisho.core;

import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Who calls an interface for administrators about a tenant, and which roles the caller has. */
public record AdminCaller(RealmModel tenant, AdminAuth auth) {

  /** The role of those who look after a tenant. */
  public static final String ID_ADMINISTRATOR = "id-administrator";

  /** Lists and reads tenants; a role of the master realm, as the next one. */
  public static final String OPERATOR_READER = "sekisho-reader";

  /** Opens, changes and closes tenants. */
  public static final String OPERATOR_MANAGER = "sekisho-manager";

  /** An ID administrator of this tenant; those of others are strangers. */
  public boolean isIdAdministrator() {
    return auth.getRealm().getId().equals(tenant.getId()) && auth.hasRealmRole(ID_ADMINISTRATOR);
  }

  /** An operator of the provider with a role. It says nothing of rights on the tenant. */
  public boolean isOperator(String role) {
    return isOfMaster() && auth.hasRealmRole(role);
  }

  /**
   * An operator in a support session on this tenant, which alone gives rights on one.
   *
   * @param right the one that the support session must give
   */
  public boolean isInSupportSession(String right) {
    ClientModel rights = tenant.getMasterAdminClient();
    return isOfMaster() && rights != null && auth.hasAppRole(rights, right);
  }

  private boolean isOfMaster() {
    return auth.getRealm().getName().equals(Config.getAdminRealm());
  }
}
