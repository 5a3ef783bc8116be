package org.sekisho.federation.application;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Registers the table. A tenant's rows leave with it. */
public final class ApplicationEntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "appcert-store";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new ApplicationEntities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(ApplicationEntitiesFactory::clean);
  }

  private static void clean(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      removed
          .getKeycloakSession()
          .getProvider(JpaConnectionProvider.class)
          .getEntityManager()
          .createQuery("delete from ApplicationCertificateEntity c where c.realmId = :realm")
          .setParameter("realm", removed.getRealm().getId())
          .executeUpdate();
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
