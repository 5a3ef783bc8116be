package org.sekisho.federation.application;

import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.Plans;

/** One call about the applications of a tenant: who calls, and what the plan grants. */
record ApplicationsCall(
    KeycloakSession session, RealmModel tenant, AdminAuth auth, RelyingPartyUrl urls) {

  long now() {
    return Time.currentTimeMillis();
  }

  Plan plan() {
    return Plans.get(Tenant.of(tenant).orElseThrow().plan());
  }

  /** To be called first by every call: nothing else keeps a stranger out. */
  void requireIdAdministrator() {
    if (!new AdminCaller(tenant, auth).isIdAdministrator()) {
      throw Problem.of("not-allowed", 403, "Forbidden", "Only ID administrators may do this.")
          .toException();
    }
    if (!plan().adminConsole()) {
      throw Problem.of(
              "applications-locked",
              403,
              "Forbidden",
              "In this plan the provider looks after the applications.")
          .toException();
    }
  }

  /** The application, where it is one: Keycloak's own clients are none. */
  static ClientModel find(RealmModel realm, String id) {
    ClientModel client = realm.getClientById(id);
    if (client == null || client.getAttribute(ApplicationState.CATALOGUE_ATTRIBUTE) == null) {
      throw Problem.of(
              "application-unknown",
              404,
              "No such application",
              "The tenant has none with this id.")
          .toException();
    }
    return client;
  }

  /**
   * Makes a change in a transaction of its own, under the tenant's lock. Either all of it and its
   * record are committed when this returns, or nothing is.
   */
  <T> T change(Function<ApplicationChange, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own -> work.apply(ApplicationChange.begin(own, this)),
        "sekisho-applications");
  }
}
