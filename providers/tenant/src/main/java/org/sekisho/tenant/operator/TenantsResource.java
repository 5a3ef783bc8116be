package org.sekisho.tenant.operator;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Problem;
import org.sekisho.tenant.lifecycle.NewTenant;
import org.sekisho.tenant.lifecycle.OpenTenantRequest;
import org.sekisho.tenant.lifecycle.TenantOpening;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.register.DomainTakenException;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.register.TenantQuery;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.support.OperatorRole;

/** Lists tenants and opens them. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantsResource {

  private final OperatorCall call;

  TenantsResource(OperatorCall call) {
    this.call = call;
  }

  @GET
  public TenantAnswers.Page list(
      @QueryParam("name") String name,
      @QueryParam("domain") String domain,
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @QueryParam("max") @DefaultValue("20") String max) {
    call.rights().require(OperatorRole.READER);
    TenantQuery query = TenantQueries.parse(name, domain, state, after, max);
    TenantRegister register = new TenantRegister(call.session());
    List<TenantEntity> tenants = register.list(query);
    var domains = register.domainsOf(tenants);
    boolean full = tenants.size() == query.max();
    return new TenantAnswers.Page(
        tenants.stream().map(row -> TenantAnswers.Summary.of(row, domains)).toList(),
        full ? tenants.get(tenants.size() - 1).name() : null);
  }

  @POST
  public Response open(OpenTenantRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    TenantRules.Checked checked = call.settings().rules().check(OperatorCall.requireBody(request));
    if (!checked.faults().isEmpty()) {
      return Problem.of("tenant-invalid", 400, "Tenant not opened", "The request has faults.")
          .with("faults", checked.faults())
          .toResponse();
    }
    NewTenant tenant = checked.tenant().orElseThrow();
    if (call.session().realms().getRealmByName(tenant.id()) != null) {
      return alreadyOpen(tenant);
    }
    try {
      TenantAnswers.Details opened = call.change(change -> open(change, tenant));
      return Response.status(Response.Status.CREATED).entity(opened).build();
    } catch (DomainTakenException taken) {
      return OperatorProblems.domainTaken("Tenant not opened", taken).toResponse();
    } catch (ModelDuplicateException | PersistenceException raced) {
      return alreadyOpen(tenant);
    }
  }

  private TenantAnswers.Details open(Change change, NewTenant tenant) {
    RealmModel realm =
        new TenantOpening(change.session(), call.settings().config(), call.settings().addresses())
            .open(tenant);
    TenantEntity row = new TenantRegister(change.session()).find(realm.getId()).orElseThrow();
    TenantAnswers.Details opened = TenantAnswers.Details.of(realm, row, 0);
    change.record(realm, OperationType.CREATE, "", null, null, opened.withoutSecrets());
    return opened;
  }

  private static Response alreadyOpen(NewTenant tenant) {
    return Problem.of(
            "tenant-exists", 409, "Tenant not opened", "A tenant or one of its domains exists.")
        .with("tenant", tenant.id())
        .toResponse();
  }

  @Path("{tenant}")
  public TenantResource tenant(@PathParam("tenant") String id) {
    return new TenantResource(call, id);
  }
}
