package org.sekisho.federation;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ClientData;
import org.keycloak.protocol.saml.SamlClient;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.mappers.SAMLLoginResponseMapper;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Assurance;
import org.sekisho.core.LoginRules;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.UserId;
import org.sekisho.federation.diagnosis.RequestNote;
import org.sekisho.federation.request.RequestedContext;

/**
 * Keycloak's SAML protocol, except that what goes wrong on the way to Microsoft 365 ends on our own
 * page with a reference number. A SAML error at Microsoft shows the user a code that nobody in an
 * agency understands, and no administrator here would ever learn of it.
 */
final class FederationSamlProtocol extends SamlProtocol {

  /** The issuer of the user's domain while a message to Microsoft is made; else null. */
  private String issuerOfDomain;

  @Override
  protected String getResponseIssuer(RealmModel issuingRealm) {
    return issuerOfDomain == null ? super.getResponseIssuer(issuingRealm) : issuerOfDomain;
  }

  /**
   * Sends the browser to Microsoft with a LogoutRequest. From here on the session opens nothing any
   * more: Keycloak removes it only when Microsoft has answered, and nobody promises that it will.
   */
  @Override
  public Response frontchannelLogout(
      UserSessionModel userSession, AuthenticatedClientSessionModel clientSession) {
    if (Microsoft365.is(clientSession.getClient())) {
      userSession.removeNote(ProvenFactors.NOTE);
      speakForDomainOf(userSession);
    }
    return super.frontchannelLogout(userSession, clientSession);
  }

  @Override
  public Response finishBrowserLogout(
      UserSessionModel userSession, AuthenticationSessionModel logoutSession) {
    ClientModel initiator =
        realm.getClientByClientId(userSession.getNote(SAML_LOGOUT_INITIATOR_CLIENT_ID));
    if (initiator != null && Microsoft365.is(initiator)) {
      speakForDomainOf(userSession);
    }
    return super.finishBrowserLogout(userSession, logoutSession);
  }

  private void speakForDomainOf(UserSessionModel userSession) {
    issuerOfDomain =
        UserId.parse(userSession.getUser().getUsername())
            .map(userId -> Microsoft365.issuer(session, userId.domain()))
            .orElse(null);
  }

  /** A request that asked for a new sign-in keeps asking, also after the sign-in was restarted. */
  @Override
  public boolean requireReauthentication(
      UserSessionModel userSession, AuthenticationSessionModel authSession) {
    return super.requireReauthentication(userSession, authSession)
        || ForceAuthnPreprocessor.isForced(authSession);
  }

  @Override
  public Response authenticated(
      AuthenticationSessionModel authSession,
      UserSessionModel userSession,
      ClientSessionContext clientSession) {
    RequestNote.forget(clientSession.getClientSession());
    if (Microsoft365.is(authSession.getClient())) {
      Optional<Microsoft365Admission.Refusal> refusal =
          Microsoft365.refusal(session, realm, userSession);
      if (refusal.isPresent()) {
        return refuse(authSession, refusal.get().event, refusal.get().messageKey);
      }
    }
    // Brokering, for one, comes here without the steps of our flow and has proven nothing.
    if (!session.getProvider(LoginRules.class).admits(userSession, clientId(authSession))) {
      return refuse(authSession, "factors_missing", "sekishoFactorsMissing");
    }
    if (!Microsoft365.is(authSession.getClient())
        && answer(authSession.getClientNote(SamlRequestNotes.CONTEXT), userSession).isEmpty()) {
      refusals().record(authSession, clientId(authSession), "saml_authn_context_not_reached");
      return sendError(authSession, Error.LOA_INVALID, null);
    }
    if (isKnownByWhatOthersHaveToo(authSession, userSession)) {
      return refuse(authSession, "identifier_ambiguous", "sekishoAccountLinkAmbiguous");
    }
    return super.authenticated(authSession, userSession, clientSession);
  }

  private boolean isKnownByWhatOthersHaveToo(
      AuthenticationSessionModel authSession, UserSessionModel userSession) {
    ClientModel client = authSession.getClient();
    return SharedIdentifier.attribute(client, getNameIdFormat(new SamlClient(client), authSession))
        .filter(name -> SharedIdentifier.isShared(session, realm, userSession.getUser(), name))
        .isPresent();
  }

  /** Keycloak says unspecified and now: the class and the time that are true of the session. */
  @Override
  public ResponseType transformLoginResponse(
      List<ProtocolMapperProcessor<SAMLLoginResponseMapper>> mappers,
      ResponseType response,
      KeycloakSession current,
      UserSessionModel userSession,
      ClientSessionContext context) {
    ResponseType mapped =
        super.transformLoginResponse(mappers, response, current, userSession, context);
    ProvenFactors proven = proven(userSession);
    if (Microsoft365.is(context.getClientSession().getClient()) || proven.provenSince().isEmpty()) {
      return mapped;
    }
    String classRef =
        answer(context.getClientSession().getNote(SamlRequestNotes.CONTEXT), userSession)
            .orElse(RequestedContext.UNSPECIFIED);
    AssertionType original = mapped.getAssertions().get(0).getAssertion();
    AssertionType truthful =
        AuthnStatements.rewritten(
            original, AuthnStatements.instantOf(proven), URI.create(classRef));
    mapped.replaceAssertion(original.getID(), new ResponseType.RTChoiceType(truthful));
    return mapped;
  }

  private Optional<String> answer(String requested, UserSessionModel userSession) {
    return RequestedContext.fromNote(requested).answer(Assurance.of(proven(userSession)));
  }

  private ProvenFactors proven(UserSessionModel userSession) {
    return session.getProvider(LoginRules.class).proven(userSession);
  }

  @Override
  public Response sendError(AuthenticationSessionModel authSession, Error error, String message) {
    if (!Microsoft365.is(authSession.getClient())) {
      return super.sendError(authSession, error, message);
    }
    try {
      return refuse(authSession, eventOf(error), messageOf(error));
    } finally {
      // As Keycloak does after an error: this browser tab must not go on with the request.
      new AuthenticationSessionManager(session)
          .removeTabIdInAuthenticationSession(realm, authSession);
    }
  }

  @Override
  public Response sendError(ClientModel client, ClientData clientData, Error error) {
    if (!Microsoft365.is(client)) {
      return super.sendError(client, clientData, error);
    }
    return error == Error.ALREADY_LOGGED_IN
        ? alreadySignedIn()
        : refusals().page(null, client.getClientId(), eventOf(error), messageOf(error));
  }

  /** Tells the application that no sign-in here is of a class that it asks for. */
  Response noAuthnContext(
      ClientModel client, AuthnRequestType request, String binding, String relayState) {
    String known = client.getAttribute(SAML_ASSERTION_CONSUMER_URL_POST_ATTRIBUTE);
    String answerTo =
        request.getAssertionConsumerServiceURL() == null
            ? Optional.ofNullable(known).orElse(client.getManagementUrl())
            : request.getAssertionConsumerServiceURL().toString();
    return sendError(
        client, new ClientData(answerTo, request.getID(), binding, relayState), Error.LOA_INVALID);
  }

  /** Somebody went back with the browser's button: nothing was refused. */
  private Response alreadySignedIn() {
    return session
        .getProvider(LoginFormsProvider.class)
        .setSuccess(Messages.ALREADY_LOGGED_IN)
        .createInfoPage();
  }

  private Response refuse(AuthenticationSessionModel authSession, String error, String messageKey) {
    return refusals().page(authSession, clientId(authSession), error, messageKey);
  }

  private Refusals refusals() {
    return new Refusals(session, event);
  }

  private static String clientId(AuthenticationSessionModel authSession) {
    return authSession.getClient().getClientId();
  }

  private static boolean isPassive(Error error) {
    return error == Error.PASSIVE_LOGIN_REQUIRED || error == Error.PASSIVE_INTERACTION_REQUIRED;
  }

  private static String eventOf(Error error) {
    return isPassive(error) ? "passive_sign_in_not_possible" : "sign_in_refused";
  }

  private static String messageOf(Error error) {
    return isPassive(error) ? "sekishoPassiveSignInNotPossible" : "sekishoSignInRefused";
  }
}
