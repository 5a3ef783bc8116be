package org.sekisho.federation.application;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.Problem;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.register.TenantState;

/** A change of applications under the tenant's lock, with its record. */
record ApplicationChange(KeycloakSession session, RealmModel tenant, ApplicationsCall call) {

  private static final String RESOURCE = "SEKISHO_APPLICATION";

  static ApplicationChange begin(KeycloakSession own, ApplicationsCall call) {
    RealmModel tenant = own.realms().getRealm(call.tenant().getId());
    own.getContext().setRealm(tenant);
    TenantEntity row = new TenantRegister(own).lock(tenant.getId()).orElseThrow();
    if (row.state() == TenantState.CLOSING) {
      throw Problem.of("tenant-closing", 409, "The tenant is closing", "Nothing can be changed.")
          .toException();
    }
    return new ApplicationChange(own, tenant, call);
  }

  /**
   * Writes the admin event of the change.
   *
   * @param before null where the application is new
   * @param after null where it is gone
   */
  void record(
      OperationType operation,
      String path,
      String reason,
      ApplicationState before,
      ApplicationState after) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("reason", reason);
    change.put("before", before);
    change.put("after", after);
    new AdminEventBuilder(tenant, auth(), session, call.session().getContext().getConnection())
        .resource(RESOURCE)
        .operation(operation)
        .resourcePath("sekisho", "applications", path)
        .representation(change)
        .success();
  }

  /** The caller as this transaction sees it. */
  private AdminAuth auth() {
    AdminAuth outer = call.auth();
    RealmModel realm = session.realms().getRealm(outer.getRealm().getId());
    return new AdminAuth(
        realm,
        outer.getToken(),
        session.users().getUserById(realm, outer.getUser().getId()),
        session.clients().getClientById(realm, outer.getClient().getId()));
  }
}
