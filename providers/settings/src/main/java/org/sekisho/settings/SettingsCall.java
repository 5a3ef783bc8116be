package org.sekisho.settings;

import java.time.Duration;
import java.util.function.Function;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
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

  static final String ID_ADMINISTRATOR = "id-administrator";
  private static final String OPERATOR_READER = "sekisho-reader";
  private static final String OPERATOR_MANAGER = "sekisho-manager";

  long now() {
    return Time.currentTimeMillis();
  }

  Plan plan() {
    return Plans.get(Tenant.of(tenant).orElseThrow().plan());
  }

  /** ID administrators read their settings, operators those of every tenant. */
  void requireReader() {
    require(isIdAdministrator() || isOperator(OPERATOR_READER));
  }

  /** What names users and their sign-ins is for the tenant alone. */
  void requireIdAdministrator() {
    require(isIdAdministrator());
  }

  void requireManager() {
    require(isOperator(OPERATOR_MANAGER));
  }

  /** Only ID administrators change settings, and only where the plan leaves them free. */
  void requireAuthor() {
    require(isIdAdministrator());
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

  private boolean isIdAdministrator() {
    return auth.getRealm().getId().equals(tenant.getId()) && auth.hasRealmRole(ID_ADMINISTRATOR);
  }

  private boolean isOperator(String role) {
    return auth.getRealm().getName().equals(Config.getAdminRealm()) && auth.hasRealmRole(role);
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
