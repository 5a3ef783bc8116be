package org.sekisho.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.Problem;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.register.LockedTenant;
import org.sekisho.tenant.register.TenantState;

/**
 * A change of settings under the tenant's lock, with its record.
 *
 * @param tenant as it is now, see {@link LockedTenant}
 * @param plan as the locked row says
 */
record SettingsChange(KeycloakSession session, RealmModel tenant, Plan plan, SettingsCall call) {

  private static final String RESOURCE = "SEKISHO_SETTINGS";

  static SettingsChange begin(KeycloakSession own, SettingsCall call) {
    LockedTenant locked = LockedTenant.of(own, call.tenant().getId()).orElseThrow();
    own.getContext().setRealm(locked.realm());
    if (locked.row().state() == TenantState.CLOSING) {
      throw Problem.of("tenant-closing", 409, "The tenant is closing", "Nothing can be changed.")
          .toException();
    }
    return new SettingsChange(own, locked.realm(), Plans.get(locked.row().plan()), call);
  }

  /**
   * Writes the admin event of the change.
   *
   * @param path of the settings, below {@code settings}
   */
  void record(String path, String reason, Object before, Object after) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("reason", reason);
    change.put("before", before);
    change.put("after", after);
    new AdminEventBuilder(tenant, auth(), session, call.session().getContext().getConnection())
        .resource(RESOURCE)
        .operation(OperationType.UPDATE)
        .resourcePath("sekisho", "settings", path)
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
