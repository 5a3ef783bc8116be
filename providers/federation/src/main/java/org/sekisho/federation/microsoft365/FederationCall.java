package org.sekisho.federation.microsoft365;

import java.util.Map;
import java.util.function.Function;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plans;

/** One call: who calls, what the caller may, and changes with their records. */
record FederationCall(
    KeycloakSession session, RealmModel tenant, AdminAuth auth, Microsoft365Config config) {

  Worker worker() {
    return new Worker(session, tenant.getId(), config);
  }

  private AdminCaller caller() {
    return new AdminCaller(tenant, auth);
  }

  /** To be called first by every call that reads: answers name users. */
  void requireReader() {
    AdminCaller caller = caller();
    require(caller.isIdAdministrator() || caller.isInSupportSession(AdminRoles.VIEW_USERS));
    requireConsole();
  }

  /** To be called first by every call that changes something, here or at Microsoft. */
  void requireAuthor() {
    AdminCaller caller = caller();
    require(
        caller.isIdAdministrator()
            || (caller.isInSupportSession(AdminRoles.MANAGE_USERS)
                && caller.isOperator(AdminCaller.OPERATOR_MANAGER)));
    requireConsole();
  }

  /** Where the plan has no console, the role means nothing; whoever had it before may keep it. */
  private void requireConsole() {
    if (caller().isIdAdministrator() && !hasConsole()) {
      throw Problem.of(
              "microsoft365-locked",
              403,
              "Forbidden",
              "In this plan the provider looks after Microsoft 365.")
          .toException();
    }
  }

  private boolean hasConsole() {
    return Tenant.of(tenant).filter(it -> Plans.get(it.plan()).adminConsole()).isPresent();
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Problem.of(
              "not-allowed",
              403,
              "Forbidden",
              "Microsoft 365 is for ID administrators, and for operators in a support session:"
                  + " view-users to read, manage-users and sekisho-manager to change.")
          .toException();
    }
  }

  /**
   * Changes something under the tenant's row. Either all of it and its records are committed when
   * this returns, or nothing is.
   */
  <T> T change(Function<Change, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own -> work.apply(begin(own)),
        "sekisho-microsoft365");
  }

  private Change begin(KeycloakSession own) {
    RealmModel realm = own.realms().getRealm(tenant.getId());
    own.getContext().setRealm(realm);
    Microsoft365Store store = new Microsoft365Store(own);
    DirectoryEntity directory = store.lock(realm.getId());
    return new Change(new Worker.View(own, realm, store), directory, this);
  }

  /** A change inside its transaction. */
  record Change(Worker.View view, DirectoryEntity directory, FederationCall call) {

    DomainEntity domain(String name) {
      return view.store().domainOrNew(view.realm().getId(), name);
    }

    /** Writes the admin event. */
    void record(String below, String reason, Map<String, ?> before, Map<String, ?> after) {
      RealmModel realm = view.realm();
      new AdminEventBuilder(
              realm, author(), view.session(), call.session().getContext().getConnection())
          .resource(Records.RESOURCE)
          .operation(OperationType.UPDATE)
          .resourcePath("sekisho", "microsoft365", below)
          .representation(Records.change(reason, before, after))
          .success();
    }

    /** The caller as this transaction sees it. */
    private AdminAuth author() {
      AdminAuth outer = call.auth();
      KeycloakSession own = view.session();
      RealmModel realm = own.realms().getRealm(outer.getRealm().getId());
      return new AdminAuth(
          realm,
          outer.getToken(),
          own.users().getUserById(realm, outer.getUser().getId()),
          own.clients().getClientById(realm, outer.getClient().getId()));
    }
  }
}
