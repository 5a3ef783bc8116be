package org.sekisho.smsotp;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Serves {@code /realms/{tenant}/sekisho-sms/delivery-reports/{message}}. */
public final class DeliveryReportResourceFactory implements RealmResourceProviderFactory {

  static final String ID = "sekisho-sms";

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new DeliveryReportResource(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
