package org.sekisho.federation;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.SamlService;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's SAML endpoint; it would make a protocol of its own where it should ask the factory.
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
}
