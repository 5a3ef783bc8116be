package org.sekisho.settings;

import java.time.Duration;
import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SessionProof;
import org.sekisho.core.Tenant;
import org.sekisho.network.ProxyTrust;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.Plans;

/** One call to the settings of a tenant: who calls, and what the caller may. */
record SettingsCall(
    KeycloakSession session,
    RealmModel tenant,
    AdminAuth auth,
    Duration confirmWithin,
    ProxyTrust proxyTrust) {

  long now() {
    return Time.currentTimeMillis();
  }

  Plan plan() {
    return Plans.get(Tenant.of(tenant).orElseThrow().plan());
  }

  private AdminCaller caller() {
    return new AdminCaller(tenant, auth);
  }

  /** ID administrators read their settings, operators those of every tenant. */
  void requireReader() {
    require(caller().isIdAdministrator() || caller().isOperator(AdminCaller.OPERATOR_READER));
  }

  /** What happened to users: also for operators whom a support session lets see it. */
  void requireHistoryReader() {
    require(caller().isIdAdministrator() || caller().isInSupportSession(AdminRoles.VIEW_EVENTS));
  }

  /** What names users and their sign-ins is for the tenant alone. */
  void requireIdAdministrator() {
    require(caller().isIdAdministrator());
  }

  void requireManager() {
    require(caller().isOperator(AdminCaller.OPERATOR_MANAGER));
  }

  /** Only ID administrators change settings, and only where the plan leaves them free. */
  void requireAuthor() {
    require(caller().isIdAdministrator());
    requireUnlocked(plan());
  }

  private static void requireUnlocked(Plan plan) {
    if (plan.rulesAreLocked()) {
      throw Problem.of(
              "settings-locked",
              403,
              "Settings not changed",
              "The security rules of this plan are the provider's baseline.")
          .toException();
    }
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Problem.of("not-allowed", 403, "Forbidden", "The role that this call needs is missing.")
          .toException();
    }
  }

  /** What the caller has proven in the session of the token; nothing where there is no session. */
  ProvenFactors proven() {
    return SessionProof.of(session, auth);
  }

  /**
   * Makes a change of an author in a transaction of its own, under the tenant's lock. Either all of
   * it and its records are committed when this returns, or nothing is. The plan is asked once more:
   * the tenant may have moved to another one while the call waited.
   */
  <T> T change(Function<SettingsChange, T> work) {
    return changeAsOperator(
        change -> {
          requireUnlocked(change.plan());
          return work.apply(change);
        });
  }

  /** The same whatever the plan says. */
  <T> T changeAsOperator(Function<SettingsChange, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own -> work.apply(SettingsChange.begin(own, this)),
        "sekisho-settings");
  }
}
