package org.sekisho.devicecertificate.own;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.sekisho.devicecertificate.DeviceCertificates;

/** Serves {@code /realms/{tenant}/sekisho-devices}. */
public final class OwnDevicesResourceFactory implements RealmResourceProviderFactory {

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new OwnDevicesResource(session, DeviceCertificates.of(session).config().isPresent());
  }

  @Override
  public String getId() {
    return "sekisho-devices";
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
