package org.sekisho.smsotp;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Registers the tables and keeps them clean: rows leave with their user, their realm and in time.
 */
public final class SmsEntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "smsotp-store";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new SmsEntities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(SmsEntitiesFactory::clean);
  }

  private static void clean(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      new SmsCleanUp(removed.getKeycloakSession()).ofRealm(removed.getRealm().getId());
    } else if (event instanceof UserModel.UserRemovedEvent removed) {
      new SmsCleanUp(removed.getKeycloakSession()).ofUser(removed.getUser().getId());
    } else if (event instanceof PostMigrationEvent started) {
      SmsCleanUp.schedule(started.getFactory());
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
