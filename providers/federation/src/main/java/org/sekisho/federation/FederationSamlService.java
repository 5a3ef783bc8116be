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
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.common.VerificationException;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.RequestAbstractType;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlProtocolUtils;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.federation.application.ApplicationKeys;
import org.sekisho.federation.request.RequestFault;

/**
 * Keycloak's SAML endpoint with the checks of {@link SamlChecks}; it would also make a protocol of
 * its own where it should ask the factory, and would know one signing key of an application only.
 */
public final class FederationSamlService extends BrowserSamlService {

  private final SamlChecks checks;

  FederationSamlService(
      KeycloakSession session,
      EventBuilder event,
      long maxInflatingSize,
      DestinationValidator destinations) {
    super(session, event, maxInflatingSize, destinations);
    checks = new SamlChecks(session, realm);
  }

  @Override
  @GET
  public void redirectBinding(
      @Suspended AsyncResponse answer,
      @QueryParam("SAMLRequest") String request,
      @QueryParam("SAMLResponse") String response,
      @QueryParam("RelayState") String relayState,
      @QueryParam("SAMLart") String artifact) {
    execute(answer, newRedirectBindingProtocol(), false);
  }

  @Override
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public void postBinding(
      @Suspended AsyncResponse answer,
      @FormParam("SAMLRequest") String request,
      @FormParam("SAMLResponse") String response,
      @FormParam("RelayState") String relayState,
      @FormParam("SAMLart") String artifact) {
    execute(answer, newPostBindingProtocol(), true);
  }

  /**
   * Takes what is signed, not what the framework found: it decodes names and does not mind their
   * case. Artifacts are not taken, see {@link BrowserSamlService}.
   */
  private void execute(AsyncResponse answer, BindingProtocol binding, boolean post) {
    CacheControlUtil.noBackButtonCacheControlHeader(session);
    binding.execute(
        answer,
        checks.parameter(post, GeneralConstants.SAML_REQUEST_KEY),
        checks.parameter(post, GeneralConstants.SAML_RESPONSE_KEY),
        checks.parameter(post, GeneralConstants.RELAY_STATE),
        null);
  }

  @Override
  public RedirectBindingProtocol newRedirectBindingProtocol() {
    return new CarefulRedirectBinding();
  }

  @Override
  public PostBindingProtocol newPostBindingProtocol() {
    return new CarefulPostBinding();
  }

  private final class CarefulRedirectBinding extends RedirectBindingProtocol {

    @Override
    protected void verifySignature(SAMLDocumentHolder message, ClientModel client)
        throws VerificationException {
      SamlProtocolUtils.verifyRedirectSignature(
          message,
          ApplicationKeys.of(session, client),
          session.getContext().getUri(),
          GeneralConstants.SAML_REQUEST_KEY);
    }

    @Override
    protected Response basicChecks(String request, String response, String artifact) {
      return guarded(
          checks.ofParameters(false), () -> super.basicChecks(request, response, artifact));
    }

    @Override
    protected Response handleSamlRequest(String request, String relayState) {
      return guarded(
          checks.ofMessage(extractRequestDocument(request), false),
          () -> super.handleSamlRequest(request, relayState));
    }

    @Override
    protected Response handleSamlResponse(String response, String relayState) {
      return guarded(
          checks.ofMessage(extractResponseDocument(response), false),
          () -> super.handleSamlResponse(response, relayState));
    }

    @Override
    protected Response loginRequest(
        String relayState, AuthnRequestType request, ClientModel client) {
      return login(
          client,
          request,
          relayState,
          getBindingType(request),
          () -> super.loginRequest(relayState, request, client));
    }

    @Override
    protected Response logoutRequest(
        LogoutRequestType request, ClientModel client, String relayState) {
      return guarded(
          faultOf(client, request), () -> super.logoutRequest(request, client, relayState));
    }
  }

  private final class CarefulPostBinding extends PostBindingProtocol {

    private CarefulPostBinding() {
      // As in Keycloak: the back button must not send the form again.
      redirectToAuthentication = true;
    }

    @Override
    protected void verifySignature(SAMLDocumentHolder message, ClientModel client)
        throws VerificationException {
      SamlProtocolUtils.verifyDocumentSignature(
          message.getSamlDocument(), ApplicationKeys.of(session, client));
    }

    @Override
    protected Response basicChecks(String request, String response, String artifact) {
      return guarded(
          checks.ofParameters(true), () -> super.basicChecks(request, response, artifact));
    }

    @Override
    protected Response handleSamlRequest(String request, String relayState) {
      return guarded(
          checks.ofMessage(extractRequestDocument(request), true),
          () -> super.handleSamlRequest(request, relayState));
    }

    @Override
    protected Response handleSamlResponse(String response, String relayState) {
      return guarded(
          checks.ofMessage(extractResponseDocument(response), true),
          () -> super.handleSamlResponse(response, relayState));
    }

    @Override
    protected Response loginRequest(
        String relayState, AuthnRequestType request, ClientModel client) {
      return login(
          client,
          request,
          relayState,
          getBindingType(request),
          () -> super.loginRequest(relayState, request, client));
    }

    @Override
    protected Response logoutRequest(
        LogoutRequestType request, ClientModel client, String relayState) {
      return guarded(
          faultOf(client, request), () -> super.logoutRequest(request, client, relayState));
    }
  }

  /** After the signature was verified: an identifier is used up by its owner only. */
  private Optional<RequestFault> faultOf(ClientModel client, RequestAbstractType request) {
    return checks.ofTime(request).or(() -> checks.ofReplay(client, request));
  }

  private Response login(
      ClientModel client,
      AuthnRequestType request,
      String relayState,
      String binding,
      Supplier<Response> further) {
    Optional<RequestFault> fault = faultOf(client, request).or(() -> SamlChecks.ofBinding(request));
    if (fault.isPresent()) {
      return refuse(fault.get());
    }
    boolean possible =
        Microsoft365.is(client) || SamlRequestNotes.requested(request).demanded().isPresent();
    if (!possible) {
      event.error("saml_authn_context_unknown");
      return protocol().noAuthnContext(client, request, binding, relayState);
    }
    Response answer = further.get();
    checks.rememberBrowser(client, request);
    return answer;
  }

  private Response guarded(Optional<RequestFault> fault, Supplier<Response> further) {
    return fault.map(this::refuse).orElseGet(further);
  }

  private Response refuse(RequestFault fault) {
    if (event.getEvent().getType() == null) {
      event.event(EventType.LOGIN);
    }
    event.error(fault.event());
    return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, fault.messageKey());
  }

  @Override
  protected Response newBrowserAuthentication(
      AuthenticationSessionModel authSession, boolean passive, boolean redirect) {
    return newBrowserAuthentication(authSession, passive, redirect, protocol());
  }

  private FederationSamlProtocol protocol() {
    FederationSamlProtocol protocol = new FederationSamlProtocol();
    protocol
        .setEventBuilder(event)
        .setHttpHeaders(headers)
        .setRealm(realm)
        .setSession(session)
        .setUriInfo(session.getContext().getUri());
    return protocol;
  }
}
