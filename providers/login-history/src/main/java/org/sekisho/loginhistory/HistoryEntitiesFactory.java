package org.sekisho.loginhistory;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.sekisho.loginhistory.keep.Erasure;
import org.sekisho.loginhistory.keep.TenantRows;

/** Registers the tables; rows leave with their tenant, and as its rule says with their user. */
public final class HistoryEntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "loginhistory-store";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new HistoryEntities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(HistoryEntitiesFactory::clean);
  }

  private static void clean(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      new TenantRows(removed.getKeycloakSession()).delete(removed.getRealm().getId());
    } else if (event instanceof UserModel.UserRemovedEvent removed) {
      new Erasure(removed.getKeycloakSession(), removed.getRealm()).of(removed.getUser().getId());
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
