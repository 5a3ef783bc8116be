package org.sekisho.federation;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.sekisho.core.Tenant;
import org.sekisho.federation.diagnosis.DiagnosedEvents;

/**
 * Keycloak's OpenID Connect, whose authorization endpoint records what it refuses under a reference
 * number; see ADR 0002. Errors of the other endpoints are answers to applications, not to people.
 */
public final class FederationOidcProtocolFactory extends OIDCLoginProtocolFactory {

  private static final String AUTHORIZATION = "/protocol/openid-connect/auth";

  @Override
  public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
    boolean diagnosed =
        session.getContext().getUri().getPath().endsWith(AUTHORIZATION)
            && Tenant.is(session.getContext().getRealm());
    return super.createProtocolEndpoint(
        session, diagnosed ? DiagnosedEvents.ofAuthorization(session) : event);
  }

  @Override
  public int order() {
    return super.order() + 1000;
  }
}
