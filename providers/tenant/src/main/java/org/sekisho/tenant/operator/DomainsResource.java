package org.sekisho.tenant.operator;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.domain.DomainRemoval;
import org.sekisho.tenant.lifecycle.TenantDomains;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.register.DomainTakenException;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.support.OperatorRole;

/** Gives domains to a tenant and takes them away. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DomainsResource {

  private static final String NOT_ADDED = "Domain not added";

  /** The domains of a tenant after the change. */
  record Domains(List<String> domains) {

    static Domains of(RealmModel realm) {
      return new Domains(
          Tenant.of(realm).orElseThrow().domains().stream()
              .map(DomainName::value)
              .sorted()
              .toList());
    }
  }

  private final OperatorCall call;
  private final String id;

  DomainsResource(OperatorCall call, String id) {
    this.call = call;
    this.id = id;
  }

  @POST
  public Response add(DomainRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    call.tenant(id);
    DomainName domain = parse(OperatorCall.requireBody(request).domain(), NOT_ADDED);
    try {
      Domains domains = call.change(change -> add(change, domain));
      return Response.status(Response.Status.CREATED).entity(domains).build();
    } catch (DomainTakenException taken) {
      return OperatorProblems.domainTaken(NOT_ADDED, taken).toResponse();
    } catch (PersistenceException raced) {
      return Problem.of("domain-taken", 409, NOT_ADDED, "Another tenant was faster.").toResponse();
    }
  }

  private Domains add(Change change, DomainName domain) {
    RealmModel realm = change.tenant(id);
    TenantEntity row = change.lockAlive(realm);
    TenantDomains domains = new TenantDomains(change.session());
    Set<DomainName> wished = new HashSet<>(domains.current(realm));
    wished.add(domain);
    Faults faults = new Faults();
    call.settings().rules().checkFits(wished, Set.of(), Plans.get(row.plan()), faults);
    faults.refuse("request-invalid", NOT_ADDED);
    Domains before = Domains.of(realm);
    domains.add(realm, domain);
    Domains after = Domains.of(realm);
    change.record(realm, OperationType.CREATE, "domains", null, before, after);
    return after;
  }

  @DELETE
  @Path("{domain}")
  public Domains remove(@PathParam("domain") String name) {
    call.rights().require(OperatorRole.MANAGER);
    call.tenant(id);
    DomainName domain = parse(name, DomainRemoval.NOT_REMOVED);
    return call.change(change -> remove(change, domain));
  }

  private Domains remove(Change change, DomainName domain) {
    RealmModel realm = change.tenant(id);
    change.lockAlive(realm);
    Domains before = Domains.of(realm);
    new DomainRemoval(change.session(), realm).remove(domain);
    Domains after = Domains.of(realm);
    change.record(realm, OperationType.DELETE, "domains", null, before, after);
    return after;
  }

  private static DomainName parse(String text, String title) {
    Faults faults = new Faults();
    Optional<DomainName> domain = DomainName.parse(text == null ? "" : text);
    faults.require("domain", domain.isPresent(), "must be a domain name");
    faults.refuse("request-invalid", title);
    return domain.orElseThrow();
  }
}
