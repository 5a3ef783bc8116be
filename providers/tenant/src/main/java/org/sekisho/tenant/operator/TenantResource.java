package org.sekisho.tenant.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.core.LoginRules;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.lifecycle.BaselineRules;
import org.sekisho.tenant.lifecycle.PlanChange;
import org.sekisho.tenant.lifecycle.TenantDomains;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.lifecycle.TenantStates;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.register.LockedTenant;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.register.TenantState;
import org.sekisho.tenant.support.OperatorRole;
import org.sekisho.tenant.user.IdAdministrators;
import org.sekisho.tenant.user.IdLimit;

/** Reads one tenant, changes its plan and its state. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantResource {

  private final OperatorCall call;
  private final String id;

  TenantResource(OperatorCall call, String id) {
    this.call = call;
    this.id = id;
  }

  @GET
  public TenantAnswers.Details read() {
    call.rights().require(OperatorRole.READER);
    return details(call.session(), call.tenant(id));
  }

  @PUT
  @Path("plan")
  public TenantAnswers.Details changePlan(PlanRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    RealmModel known = call.tenant(id);
    Faults faults = new Faults();
    Plan plan =
        call.settings()
            .rules()
            .checkPlan(OperatorCall.requireBody(request).plan(), faults)
            .orElse(null);
    request.check(faults);
    faults.refuse("request-invalid", "Plan of " + known.getName() + " not changed");
    return change("plan", request.ticket(), change -> move(change, plan, request));
  }

  /** Under the lock, so that no ID and no domain comes in between. */
  private RealmModel move(Change change, Plan plan, PlanRequest request) {
    Set<String> options = TenantRules.distinct(request.options());
    TenantEntity row = change.lockAlive(change.tenant(id));
    // Read anew: what waits for a confirmation may have come while this call waited for the lock.
    RealmModel realm =
        LockedTenant.of(change.session(), row.realmId()).map(LockedTenant::realm).orElseThrow();
    PlanChange wish =
        new PlanChange(
            plan,
            new IdLimit(change.session()).count(realm),
            new TenantDomains(change.session()).current(realm),
            options,
            request.leaveDevicePolicies() ? List.of() : devicePolicies(change, realm));
    Faults obstacles = wish.obstacles(call.settings().rules());
    if (!obstacles.found().isEmpty()) {
      throw Problem.of("plan-refused", 409, "Plan not changed", "Something stands in the way.")
          .with("obstacles", obstacles.found())
          .toException();
    }
    row.movedTo(plan.id());
    realm.setAttribute(Tenant.PLAN_ATTRIBUTE, plan.id());
    realm.setAttribute(Tenant.OPTIONS_ATTRIBUTE, String.join(",", options));
    IdAdministrators.adapt(realm, plan);
    if (plan.rulesAreLocked()) {
      new BaselineRules(change.session(), call.settings().config())
          .restore(realm, change.operator().getUsername());
    }
    return realm;
  }

  private static List<String> devicePolicies(Change change, RealmModel realm) {
    return change
        .session()
        .getProvider(LoginRules.class)
        .policiesUsing(realm, Factor.DEVICE_CERTIFICATE);
  }

  @POST
  @Path("suspend")
  public TenantAnswers.Details suspend(TicketRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    call.tenant(id);
    TicketRequest.check(request);
    return change(
        "suspend",
        request.ticket(),
        change -> {
          RealmModel realm = change.tenant(id);
          TenantEntity row = require(change, realm, TenantState.OPEN, "Tenant not suspended");
          new TenantStates(change.session()).suspend(realm, row);
          return realm;
        });
  }

  @POST
  @Path("resume")
  public TenantAnswers.Details resume(TicketRequest request) {
    return reopen(request, "resume", TenantState.SUSPENDED, "Tenant not resumed");
  }

  @POST
  @Path("restore")
  public TenantAnswers.Details restore(TicketRequest request) {
    return reopen(request, "restore", TenantState.CLOSING, "Tenant not restored");
  }

  private TenantAnswers.Details reopen(
      TicketRequest request, String path, TenantState from, String failed) {
    call.rights().require(OperatorRole.MANAGER);
    call.tenant(id);
    TicketRequest.check(request);
    return change(
        path,
        request.ticket(),
        change -> {
          RealmModel realm = change.tenant(id);
          TenantEntity row = require(change, realm, from, failed);
          new TenantStates(change.session()).reopen(realm, row);
          return realm;
        });
  }

  @POST
  @Path("close")
  public TenantAnswers.Details close(CloseRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    call.tenant(id);
    Faults faults = new Faults();
    faults.checkTicket(OperatorCall.requireBody(request).ticket());
    faults.require("confirmation", id.equals(request.confirmation()), "must be the tenant's id");
    faults.refuse("request-invalid", "Tenant not closed");
    return change(
        "close",
        request.ticket(),
        change -> {
          RealmModel realm = change.tenant(id);
          TenantEntity row = change.lockAlive(realm);
          new TenantStates(change.session()).close(realm, row, call.settings().closingGrace());
          return realm;
        });
  }

  private static TenantEntity require(
      Change change, RealmModel realm, TenantState state, String failed) {
    TenantEntity row = change.lock(realm);
    if (row.state() != state) {
      throw OperatorProblems.state(failed, "The tenant is " + row.state().value() + ".")
          .with("state", row.state().value())
          .toException();
    }
    return row;
  }

  /** Makes a change and records the tenant before and after it. */
  private TenantAnswers.Details change(
      String path, String ticket, Function<Change, RealmModel> work) {
    return call.change(
        change -> {
          TenantAnswers.Details before =
              details(change.session(), change.tenant(id)).withoutSecrets();
          RealmModel realm = work.apply(change);
          TenantAnswers.Details after = details(change.session(), realm);
          change.record(realm, OperationType.UPDATE, path, ticket, before, after);
          return after;
        });
  }

  private static TenantAnswers.Details details(KeycloakSession session, RealmModel realm) {
    TenantEntity row = new TenantRegister(session).find(realm.getId()).orElseThrow();
    return TenantAnswers.Details.of(realm, row, new IdLimit(session).count(realm)).withoutSecrets();
  }

  @Path("domains")
  public DomainsResource domains() {
    return new DomainsResource(call, id);
  }

  @Path("id-administrators")
  public IdAdministratorsResource idAdministrators() {
    return new IdAdministratorsResource(call, id);
  }

  @Path("users")
  public UsersResource users() {
    return new UsersResource(call, id);
  }

  @Path("support-sessions")
  public TenantSupportResource supportSessions() {
    return new TenantSupportResource(call, id);
  }
}
