package org.sekisho.federation.signout;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Registers the table. A tenant's rows leave with it, those of an application are found idle. */
public final class SignOutEntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "signout-store";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new SignOutEntities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(SignOutEntitiesFactory::clean);
  }

  private static void clean(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      new SignOutStore(removed.getKeycloakSession()).forgetTenant(removed.getRealm().getId());
    }
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void close() {}
}
