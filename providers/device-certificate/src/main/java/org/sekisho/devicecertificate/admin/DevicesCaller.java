package org.sekisho.devicecertificate.admin;

import org.keycloak.Config;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.device.DeviceRules;

/** Who calls about the devices of a tenant. */
record DevicesCaller(KeycloakSession session, RealmModel tenant, AdminAuth auth) {

  private static final String ID_ADMINISTRATOR = "id-administrator";
  private static final String OPERATOR_MANAGER = "sekisho-manager";

  /** ID administrators look after devices, where the plan has them. */
  void requireIdAdministrator() {
    require(auth.getRealm().getId().equals(tenant.getId()) && auth.hasRealmRole(ID_ADMINISTRATOR));
    requireOption();
  }

  /** Operators look after issuing CAs. */
  void requireManager() {
    requireManagerOfAnyTenant();
    requireOption();
  }

  /** Also where the option was withdrawn: issuing CAs are taken out of service then. */
  void requireManagerOfAnyTenant() {
    require(
        auth.getRealm().getName().equals(Config.getAdminRealm())
            && auth.hasRealmRole(OPERATOR_MANAGER));
  }

  private void requireOption() {
    if (!DeviceRules.of(tenant).available()) {
      throw Problem.of(
              "devices-not-available", 403, "Forbidden", "The tenant has no enrolled devices.")
          .toException();
    }
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Problem.of("not-allowed", 403, "Forbidden", "The role that this call needs is missing.")
          .toException();
    }
  }

  /** Writes what was done into the tenant's admin events. */
  void record(OperationType operation, String path, Object representation) {
    new AdminEventBuilder(tenant, auth, session, session.getContext().getConnection())
        .resource(ResourceType.CUSTOM)
        .operation(operation)
        .resourcePath("sekisho/devices/" + path)
        .representation(representation)
        .success();
  }
}
