package org.sekisho.federation.application;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sekisho.core.Faults;

/** One application of a tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApplicationResource {

  private final ApplicationsCall call;
  private final String id;

  ApplicationResource(ApplicationsCall call, String id) {
    this.call = call;
    this.id = id;
  }

  /** Why a secret is renewed. */
  record ReasonRequest(String reason) {}

  /** Whether the application is to be used, and why. */
  record StateRequest(Boolean enabled, String reason) {}

  @GET
  public Response read() {
    call.requireIdAdministrator();
    return answer(ApplicationState.of(ApplicationsCall.find(call.tenant(), id)), null);
  }

  @PUT
  public Response change(@Context HttpHeaders headers, ApplicationRequest request) {
    call.requireIdAdministrator();
    ApplicationRequest wish = ApplicationsResource.require(request);
    return answer(call.change(change -> new Changing(change, id, wish).change(headers)), null);
  }

  @DELETE
  public Response remove(@Context HttpHeaders headers, @QueryParam("reason") String reason) {
    call.requireIdAdministrator();
    call.change(
        change -> {
          new Deeds(change, id, reason).remove(headers);
          return null;
        });
    return Response.noContent().build();
  }

  @PUT
  @Path("state")
  public Response switchTo(StateRequest request) {
    call.requireIdAdministrator();
    StateRequest wish = ApplicationsResource.require(request);
    ApplicationsCall.find(call.tenant(), id);
    Faults faults = new Faults();
    faults.require("enabled", wish.enabled() != null, "must be true or false");
    faults.refuse("request-invalid", "Application not switched");
    return answer(
        call.change(change -> new Deeds(change, id, wish.reason()).switchTo(wish.enabled())), null);
  }

  @POST
  @Path("secret")
  public Response renewSecret(ReasonRequest request) {
    call.requireIdAdministrator();
    ReasonRequest wish = ApplicationsResource.require(request);
    Adding.Added renewed =
        call.change(change -> new Deeds(change, id, wish.reason()).renewSecret());
    return answer(renewed.state(), renewed.secret());
  }

  private Response answer(ApplicationState state, String secret) {
    return ApplicationsResource.answer(call, 200, state, secret);
  }
}
