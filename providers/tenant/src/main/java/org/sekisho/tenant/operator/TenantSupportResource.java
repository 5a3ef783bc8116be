package org.sekisho.tenant.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;
import org.sekisho.tenant.support.OperatorRole;
import org.sekisho.tenant.support.SupportRequest;
import org.sekisho.tenant.support.SupportSessions;

/** Begins and lists support sessions on a tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantSupportResource {

  private final OperatorCall call;
  private final String id;

  TenantSupportResource(OperatorCall call, String id) {
    this.call = call;
    this.id = id;
  }

  @GET
  public SupportAnswers.Sessions list() {
    call.rights().require(OperatorRole.READER);
    return SupportAnswers.Sessions.of(
        new SupportSessions(call.session()).ofTenant(call.tenant(id).getId()), call.now());
  }

  @POST
  public Response begin(SupportRequest request) {
    call.rights().require(OperatorRole.HELPDESK);
    call.tenant(id);
    OperatorCall.requireBody(request)
        .check()
        .refuse("request-invalid", "Support session not begun");
    SupportAnswers.Session begun = call.change(change -> begin(change, request));
    return Response.status(Response.Status.CREATED).entity(begun).build();
  }

  private SupportAnswers.Session begin(Change change, SupportRequest request) {
    RealmModel realm = change.tenant(id);
    change.lockAlive(realm);
    long now = call.now();
    SupportAnswers.Session begun =
        SupportAnswers.Session.of(
            new SupportSessions(change.session()).begin(realm, change.operator(), request, now),
            now);
    change.record(
        realm, OperationType.CREATE, "support-sessions/" + begun.id(), begun.ticket(), null, begun);
    return begun;
  }
}
