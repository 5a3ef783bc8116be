package org.sekisho.portal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.sekisho.core.Faults;
import org.sekisho.core.PortalCaller;

/**
 * What the portal reads about the user whose token it sends. There is no parameter that names a
 * user, so nobody can ask about somebody else.
 */
public final class PortalResource {

  private static final String NO_STORE = "no-store";

  private final KeycloakSession session;

  PortalResource(KeycloakSession session) {
    this.session = session;
  }

  @GET
  @Path("applications")
  @Produces(MediaType.APPLICATION_JSON)
  public Response applications() {
    return answer(caller -> ApplicationTile.of(session, caller.realm(), caller.user()));
  }

  @GET
  @Path("security")
  @Produces(MediaType.APPLICATION_JSON)
  public Response security() {
    return answer(
        caller ->
            SecurityState.of(
                session,
                caller.user(),
                caller.realm().getPasswordPolicy().getDaysToExpirePassword()));
  }

  @GET
  @Path("profile")
  @Produces(MediaType.APPLICATION_JSON)
  public Response profile() {
    return answer(caller -> ProfileView.of(caller.user()));
  }

  /** The language of pages, mails and messages; the only thing about oneself one may change. */
  @PUT
  @Path("profile/locale")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response chooseLocale(LocaleChoice choice) {
    return answer(
        caller -> {
          Faults faults = new Faults();
          faults.require(
              "locale",
              choice != null && choice.isOfferedIn(caller.realm()),
              "must be one of the tenant's languages");
          faults.refuse("request-invalid", "Language not changed");
          choice.applyTo(session, caller);
          return ProfileView.of(caller.user());
        });
  }

  /** No answer of this API may be kept by anybody, errors included. */
  private Response answer(Function<PortalCaller, Object> content) {
    try {
      PortalCaller caller = PortalCaller.of(session);
      return Response.ok(content.apply(caller)).header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    } catch (WebApplicationException refused) {
      throw new WebApplicationException(
          Response.fromResponse(refused.getResponse())
              .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
              .build());
    }
  }
}
