package org.sekisho.federation;

import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;
import org.keycloak.saml.validators.DestinationValidator;
import org.sekisho.core.Tenant;
import org.sekisho.federation.diagnosis.DiagnosedEvents;

/** Takes the place of Keycloak's SAML protocol by its higher order; see ADR 0002. */
public final class FederationSamlProtocolFactory extends SamlProtocolFactory {

  private DestinationValidator destinations;

  @Override
  public void init(Config.Scope config) {
    super.init(config);
    destinations = DestinationValidator.forProtocolMap(config.getArray("knownProtocols"));
  }

  @Override
  public LoginProtocol create(KeycloakSession session) {
    return new FederationSamlProtocol().setSession(session);
  }

  @Override
  public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
    boolean diagnosed = Tenant.is(session.getContext().getRealm());
    return new FederationSamlService(
        session,
        diagnosed ? DiagnosedEvents.ofSaml(session, getMaxInflatingSize()) : event,
        getMaxInflatingSize(),
        destinations);
  }

  @Override
  public int order() {
    return super.order() + 1000;
  }
}
