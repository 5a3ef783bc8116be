package org.sekisho.tenant.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.DomainName;
import org.sekisho.core.Problem;
import org.sekisho.tenant.lifecycle.TenantDomains;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.register.TenantState;

/** A change of a tenant's domains under the lock of the tenant's row, with its record. */
record DomainChange(KeycloakSession session, RealmModel realm, Plan plan, DomainCall call) {

  static final String EVENT_RESOURCE = "SEKISHO_SETTINGS";

  static DomainChange begin(KeycloakSession session, DomainCall call) {
    RealmModel realm = session.realms().getRealm(call.tenant().getId());
    session.getContext().setRealm(realm);
    TenantEntity row =
        new TenantRegister(session)
            .lock(realm.getId())
            .orElseThrow(
                () -> new IllegalStateException("not in the register: " + realm.getName()));
    if (row.state() == TenantState.CLOSING) {
      throw Problem.of("tenant-closing", 409, "The tenant is closing", "Nothing is changed now.")
          .toException();
    }
    Plan plan = Plans.get(row.plan());
    requireUnlocked(plan);
    return new DomainChange(session, realm, plan, call);
  }

  /** As the row says and not the realm, of which a node may have an older copy. */
  static void requireUnlocked(Plan plan) {
    if (!OwnDomainRules.mayBring(plan)) {
      throw Problem.of(
              "settings-locked",
              403,
              "Forbidden",
              "The plan '%s' leaves domains to the provider.".formatted(plan.id()))
          .toException();
    }
  }

  DomainProofs proofs() {
    return new DomainProofs(session);
  }

  TenantDomains domains() {
    return new TenantDomains(session);
  }

  DomainAnswers answers() {
    return new DomainAnswers(session, realm, call.rules());
  }

  static String eventPath(DomainName domain) {
    return "sekisho/settings/domains/" + domain;
  }

  /**
   * What the record of a change holds.
   *
   * @param before null where nothing was there
   * @param after null where nothing is left
   */
  static Map<String, Object> representation(
      String reason, DomainAnswers.Entry before, DomainAnswers.Entry after) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("reason", reason);
    change.put("before", before);
    change.put("after", after);
    return change;
  }

  void record(
      OperationType operation,
      DomainName domain,
      String reason,
      DomainAnswers.Entry before,
      DomainAnswers.Entry after) {
    new AdminEventBuilder(realm, auth(), session, call.session().getContext().getConnection())
        .resource(EVENT_RESOURCE)
        .operation(operation)
        .resourcePath(eventPath(domain))
        .representation(representation(reason, before, after))
        .success();
  }

  /** The caller, in this transaction. */
  private AdminAuth auth() {
    AdminAuth outer = call.auth();
    return new AdminAuth(
        realm,
        outer.getToken(),
        session.users().getUserById(realm, outer.getUser().getId()),
        session.clients().getClientById(realm, outer.getClient().getId()));
  }
}
