package org.sekisho.tenant.domain;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.register.TenantRegister;

/** The domains of a tenant in the hands of its ID administrators, where the plan gives them. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class DomainSettingsResource {

  private final DomainCall call;

  /** The caller has seen that an ID administrator of the tenant calls. */
  public DomainSettingsResource(
      KeycloakSession session, RealmModel tenant, AdminAuth auth, TenantRules rules) {
    this.call = new DomainCall(session, tenant, auth, new OwnDomainRules(rules));
  }

  @GET
  public DomainAnswers.Domains list() {
    new TenantRegister(call.session())
        .find(call.tenant().getId())
        .ifPresent(row -> DomainChange.requireUnlocked(Plans.get(row.plan())));
    return new DomainAnswers(call.session(), call.tenant(), call.rules()).all();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(NewDomain request) {
    if (request == null) {
      throw Problem.of("body-missing", 400, "No request body", "The call needs a JSON body.")
          .toException();
    }
    DomainName domain = check(request.domain(), request.reason(), DomainProving.NOT_ADDED);
    DomainProving.Begun begun = new DomainProving(call).begin(domain, request.reason());
    return Response.status(begun.anew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(begun.entry())
        .build();
  }

  @POST
  @Path("{domain}/check")
  public DomainAnswers.Entry check(@PathParam("domain") String name) {
    return new DomainProving(call)
        .check(DomainName.parse(name).orElseThrow(() -> ProofProblems.unknown().toException()));
  }

  /** Takes a domain away, or withdraws the wish for one. */
  @DELETE
  @Path("{domain}")
  public DomainAnswers.Domains remove(
      @PathParam("domain") String name, @QueryParam("reason") String reason) {
    DomainName domain = check(name, reason, DomainRemoval.NOT_REMOVED);
    return call.change(change -> remove(change, domain, reason.trim()));
  }

  private static DomainAnswers.Domains remove(
      DomainChange change, DomainName domain, String reason) {
    DomainAnswers.Entry before = change.answers().one(domain);
    if (before.owned()) {
      new DomainRemoval(change.session(), change.realm()).remove(domain);
    } else {
      DomainProofEntity proof =
          change
              .proofs()
              .find(change.realm().getId(), domain)
              .orElseThrow(() -> DomainRemoval.unknown().toException());
      change.proofs().remove(proof);
    }
    change.record(OperationType.DELETE, domain, reason, before, null);
    return change.answers().all();
  }

  private static DomainName check(String name, String reason, String title) {
    Faults faults = new Faults();
    Optional<DomainName> domain = DomainName.parse(name);
    faults.require("domain", domain.isPresent(), "must be a domain name");
    OwnDomainRules.checkReason(reason, faults);
    faults.refuse("request-invalid", title);
    return domain.orElseThrow();
  }
}
