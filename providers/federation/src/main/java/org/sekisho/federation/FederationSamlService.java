package org.sekisho.federation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.common.VerificationException;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.SamlProtocolUtils;
import org.keycloak.protocol.saml.SamlService;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.federation.application.ApplicationKeys;

/**
 * Keycloak's SAML endpoint; it would make a protocol of its own where it should ask the factory,
 * and would know one signing key of an application only.
 */
public final class FederationSamlService extends SamlService {

  FederationSamlService(
      KeycloakSession session,
      EventBuilder event,
      long maxInflatingSize,
      DestinationValidator destinations) {
    super(session, event, maxInflatingSize, destinations);
  }

  @Override
  protected Response newBrowserAuthentication(
      AuthenticationSessionModel authSession, boolean passive, boolean redirect) {
    SamlProtocol protocol =
        new FederationSamlProtocol()
            .setEventBuilder(event)
            .setHttpHeaders(headers)
            .setRealm(realm)
            .setSession(session)
            .setUriInfo(session.getContext().getUri());
    return newBrowserAuthentication(authSession, passive, redirect, protocol);
  }

  @Override
  public PostBindingProtocol newPostBindingProtocol() {
    return new EitherKeyPost();
  }

  @Override
  public RedirectBindingProtocol newRedirectBindingProtocol() {
    return new EitherKeyRedirect();
  }

  @Override
  @GET
  public void redirectBinding(
      @Suspended AsyncResponse answer,
      @QueryParam(GeneralConstants.SAML_REQUEST_KEY) String request,
      @QueryParam(GeneralConstants.SAML_RESPONSE_KEY) String response,
      @QueryParam(GeneralConstants.RELAY_STATE) String relayState,
      @QueryParam(GeneralConstants.SAML_ARTIFACT_KEY) String artifact) {
    CacheControlUtil.noBackButtonCacheControlHeader(session);
    newRedirectBindingProtocol().execute(answer, request, response, relayState, artifact);
  }

  @Override
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public void postBinding(
      @Suspended AsyncResponse answer,
      @FormParam(GeneralConstants.SAML_REQUEST_KEY) String request,
      @FormParam(GeneralConstants.SAML_RESPONSE_KEY) String response,
      @FormParam(GeneralConstants.RELAY_STATE) String relayState,
      @FormParam(GeneralConstants.SAML_ARTIFACT_KEY) String artifact) {
    CacheControlUtil.noBackButtonCacheControlHeader(session);
    EitherKeyPost protocol = new EitherKeyPost();
    protocol.goOnByRedirect();
    protocol.execute(answer, request, response, relayState, artifact);
  }

  /** Keycloak knows one key of an application; while it changes its key there are two. */
  private final class EitherKeyPost extends PostBindingProtocol {

    /** So that the browser's back button works, as in Keycloak's own endpoint. */
    void goOnByRedirect() {
      redirectToAuthentication = true;
    }

    @Override
    protected void verifySignature(SAMLDocumentHolder document, ClientModel client)
        throws VerificationException {
      SamlProtocolUtils.verifyDocumentSignature(
          document.getSamlDocument(), ApplicationKeys.of(session, client));
    }
  }

  private final class EitherKeyRedirect extends RedirectBindingProtocol {
    @Override
    protected void verifySignature(SAMLDocumentHolder document, ClientModel client)
        throws VerificationException {
      SamlProtocolUtils.verifyRedirectSignature(
          document,
          ApplicationKeys.of(session, client),
          session.getContext().getUri(),
          GeneralConstants.SAML_REQUEST_KEY);
    }
  }
}
