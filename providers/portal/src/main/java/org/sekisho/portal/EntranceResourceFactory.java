package org.sekisho.portal;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Serves {@code /realms/{tenant}/sekisho/menu} and what is below {@code portal}. */
public final class EntranceResourceFactory implements RealmResourceProviderFactory {

  static final String ID = "sekisho";

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new EntranceResource(session);
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
