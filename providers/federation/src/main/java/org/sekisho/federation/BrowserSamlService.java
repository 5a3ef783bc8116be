package org.sekisho.federation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlService;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.federation.diagnosis.RequestNote;

/**
 * Keycloak's SAML endpoint without what goes round the browser. Messages in SOAP would be verified
 * by Keycloak's rules only, not by those of {@link SamlChecks}; and no application of the catalogue
 * has a use for artifacts.
 */
abstract class BrowserSamlService extends SamlService {

  private final long largest;

  BrowserSamlService(
      KeycloakSession session,
      EventBuilder event,
      long maxInflatingSize,
      DestinationValidator destinations) {
    super(session, event, maxInflatingSize, destinations);
    largest = maxInflatingSize;
  }

  @Override
  @POST
  @Consumes({"application/soap+xml", MediaType.TEXT_XML})
  public Response soapBinding(InputStream message) {
    return refusal(Response.Status.UNSUPPORTED_MEDIA_TYPE);
  }

  @Override
  @POST
  @Path(ARTIFACT_RESOLUTION_SERVICE_PATH)
  @Consumes({"application/soap+xml", MediaType.TEXT_XML})
  public Response artifactResolutionService(InputStream message) {
    return refusal(Response.Status.NOT_FOUND);
  }

  private static Response refusal(Response.Status status) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity("SAML messages come by HTTP-POST or HTTP-Redirect only.")
        .build();
  }

  /** Nobody has signed the address of such a sign-in: the registered RelayState is sent. */
  @Override
  @GET
  @Path("clients/{client}")
  @Produces(MediaType.TEXT_HTML)
  public Response idpInitiatedSSO(
      @PathParam("client") String name, @QueryParam("RelayState") String relayState) {
    return super.idpInitiatedSSO(name, null);
  }

  /** What is refused later, after some pages, is looked up by the same facts. */
  @Override
  protected AuthenticationSessionModel createAuthenticationSession(
      ClientModel client, String requestState) {
    AuthenticationSessionModel signIn = super.createAuthenticationSession(client, requestState);
    RequestNote.keep(session, signIn, largest);
    return signIn;
  }
}
