package org.sekisho.federation.information;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.sekisho.core.PortalCaller;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;

/**
 * The page of the portal, at {@code /realms/<tenant>/sekisho-federation}: with a token of the
 * portal, which carries no rights of an administrator, so the user's role is looked at here.
 */
public final class OwnInformationResource implements RealmResourceProvider {

  private final KeycloakSession session;

  OwnInformationResource(KeycloakSession session) {
    this.session = session;
  }

  /** Whether there is a page for the user: the navigation asks. */
  record Availability(boolean available) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response availability() {
    PortalCaller caller = caller();
    return answer(new Availability(InformationReaders.include(caller.realm(), caller.user())));
  }

  @GET
  @Path("information")
  @Produces(MediaType.APPLICATION_JSON)
  public Response information() {
    PortalCaller caller = caller();
    if (!InformationReaders.include(caller.realm(), caller.user())) {
      throw Problem.of("not-allowed", 403, "Forbidden", "The page is for ID administrators.")
          .toException();
    }
    return answer(new InformationReader(session, caller.realm()).read());
  }

  private PortalCaller caller() {
    if (!Tenant.is(session.getContext().getRealm())) {
      throw new NotFoundException();
    }
    return PortalCaller.of(session);
  }

  private static Response answer(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
