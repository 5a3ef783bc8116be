package org.sekisho.devicecertificate.admin;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SessionProof;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.rules.DeviceRules;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/** Who calls about the devices of a tenant. */
record DevicesCaller(KeycloakSession session, RealmModel tenant, AdminAuth auth) {

  private AdminCaller caller() {
    return new AdminCaller(tenant, auth);
  }

  /** ID administrators look after devices, where the plan has them. */
  void requireIdAdministrator() {
    require(caller().isIdAdministrator());
    requireOption();
  }

  /**
   * Also where the option was withdrawn and devices are left: they go on opening the door, so
   * somebody must see them and be able to stop them.
   */
  void requireIdAdministratorOfDevices() {
    require(caller().isIdAdministrator());
    requireOptionOrDevices();
  }

  /** Operators look after issuing CAs. */
  void requireManager() {
    requireManagerOfAnyTenant();
    requireOption();
  }

  /** Also where the option was withdrawn: issuing CAs are taken out of service then. */
  void requireManagerOfAnyTenant() {
    require(caller().isOperator(AdminCaller.OPERATOR_MANAGER));
  }

  /** The description is for whoever may call something of it. */
  void requireReader() {
    require(caller().isIdAdministrator() || caller().isOperator(AdminCaller.OPERATOR_READER));
    requireOptionOrDevices();
  }

  /** What the caller has proven in the session of the token; nothing where there is no session. */
  ProvenFactors proven() {
    return SessionProof.of(session, auth);
  }

  DeviceSettings settings() {
    return DeviceRules.of(tenant).settings();
  }

  /** The language that the call asks for, else that of the caller. */
  Locale language(String asked) {
    return asked == null || asked.isBlank()
        ? session.getContext().resolveLocale(auth.getUser())
        : Locale.forLanguageTag(asked);
  }

  /** What is told once, or changes by the second, is kept by nobody on the way. */
  static Response noStore(Response.ResponseBuilder answer) {
    return answer.header("Cache-Control", "no-store").build();
  }

  private void requireOptionOrDevices() {
    if (!new Devices(session, tenant).exist()) {
      requireOption();
    }
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
