package org.sekisho.loginhistory.admin;

import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.Problem;
import org.sekisho.loginhistory.IdAdministrators;

/**
 * Who reads the history of a tenant: an ID administrator of it, or an operator in a support session
 * on it that gives the right {@code view-events}.
 */
record HistoryReader(KeycloakSession session, RealmModel tenant, AdminAuth auth) {

  /** To be called first by every call: nothing else keeps a stranger out. */
  void require() {
    if (!isIdAdministrator() && !isOperatorInSupportSession()) {
      throw Problem.of(
              "not-allowed",
              403,
              "Forbidden",
              "The history is for ID administrators, and for operators in a support session with"
                  + " the right view-events.")
          .toException();
    }
  }

  private boolean isIdAdministrator() {
    return auth.getRealm().getId().equals(tenant.getId())
        && auth.hasRealmRole(IdAdministrators.ROLE);
  }

  private boolean isOperatorInSupportSession() {
    ClientModel rights = tenant.getMasterAdminClient();
    return auth.getRealm().getName().equals(Config.getAdminRealm())
        && rights != null
        && auth.hasAppRole(rights, AdminRoles.VIEW_EVENTS);
  }
}
