package org.sekisho.federation;

import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Remembers ForceAuthn (SAML core 3.4.1) with the request. Keycloak keeps it in a note that is
 * cleared when the sign-in is restarted, after which single sign-on would do.
 */
public final class ForceAuthnPreprocessor implements SamlAuthenticationPreprocessor {

  private static final String NOTE = "sekisho.forceAuthn";

  static boolean isForced(AuthenticationSessionModel authSession) {
    return Boolean.parseBoolean(authSession.getClientNote(NOTE));
  }

  @Override
  public AuthnRequestType beforeProcessingLoginRequest(
      AuthnRequestType request, AuthenticationSessionModel authSession) {
    if (Boolean.TRUE.equals(request.isForceAuthn())) {
      authSession.setClientNote(NOTE, "true");
    }
    return request;
  }

  @Override
  public SamlAuthenticationPreprocessor create(KeycloakSession session) {
    return this;
  }

  @Override
  public String getId() {
    return "sekisho-force-authn";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
