package org.sekisho.loginhistory.admin;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;

/**
 * Who reads the history of a tenant: an ID administrator of it, or an operator in a support session
 * on it that gives the right {@code view-events}.
 */
record HistoryReader(KeycloakSession session, RealmModel tenant, AdminAuth auth) {

  /** To be called first by every call: nothing else keeps a stranger out. */
  void require() {
    AdminCaller caller = new AdminCaller(tenant, auth);
    if (!caller.isIdAdministrator() && !caller.isInSupportSession(AdminRoles.VIEW_EVENTS)) {
      throw Problem.of(
              "not-allowed",
              403,
              "Forbidden",
              "The history is for ID administrators, and for operators in a support session with"
                  + " the right view-events.")
          .toException();
    }
  }
}
