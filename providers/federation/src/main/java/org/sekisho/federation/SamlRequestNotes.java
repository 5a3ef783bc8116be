package org.sekisho.federation;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.AuthnContextComparisonType;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.RequestedAuthnContextType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Assurance;
import org.sekisho.federation.request.RequestedContext;
import org.sekisho.federation.request.RequestedContext.Comparison;

/**
 * Notes of a request what has to be known when it is answered: which class of sign-in was asked
 * for, and the identifier of a LogoutRequest of ours.
 */
public final class SamlRequestNotes implements SamlAuthenticationPreprocessor {

  static final String CONTEXT = "sekisho.authn-context";
  static final String LOGOUT_REQUEST = "sekisho.logout-request";

  private static final int MOST_CLASSES = 10;

  @Override
  public AuthnRequestType beforeProcessingLoginRequest(
      AuthnRequestType request, AuthenticationSessionModel authSession) {
    RequestedContext requested = requested(request);
    // Written even where nothing was asked for: a note of an earlier request would stay.
    authSession.setClientNote(CONTEXT, requested.toNote());
    Assurance demanded = demanded(authSession.getClient(), requested);
    authSession.setClientNote(
        Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(demanded.level()));
    authSession.setClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION, "true");
    return request;
  }

  @Override
  public LogoutRequestType beforeSendingLogoutRequest(
      LogoutRequestType request,
      UserSessionModel userSession,
      AuthenticatedClientSessionModel clientSession) {
    if (clientSession != null) {
      clientSession.setNote(LOGOUT_REQUEST, request.getID());
    }
    return request;
  }

  /** Nobody is sent to Microsoft with less than two, so two are asked for, whatever it says. */
  private static Assurance demanded(ClientModel client, RequestedContext requested) {
    return Microsoft365.is(client)
        ? Assurance.MULTI_FACTOR
        : requested.demanded().orElse(Assurance.NONE);
  }

  /** What a request asks for; declarations of a context are not known here. */
  static RequestedContext requested(AuthnRequestType request) {
    RequestedAuthnContextType asked = request.getRequestedAuthnContext();
    if (asked == null) {
      return RequestedContext.NONE;
    }
    AuthnContextComparisonType comparison = asked.getComparison();
    List<String> classes =
        asked.getAuthnContextClassRef().stream()
            .map(name -> name.replaceAll("\\s", ""))
            .limit(MOST_CLASSES)
            .toList();
    boolean declarationsOnly = classes.isEmpty() && !asked.getAuthnContextDeclRef().isEmpty();
    return new RequestedContext(
        comparison == null ? Comparison.EXACT : Comparison.valueOf(comparison.name()),
        declarationsOnly ? List.of("declaration") : classes);
  }

  @Override
  public SamlAuthenticationPreprocessor create(KeycloakSession session) {
    return this;
  }

  @Override
  public String getId() {
    return "sekisho-request-notes";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
