package org.sekisho.tenant;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Registers the table; a realm that goes sets its domains free. */
public final class TenantEntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "tenant-register";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new TenantEntities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(TenantEntitiesFactory::freeDomains);
  }

  private static void freeDomains(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      removed
          .getKeycloakSession()
          .getProvider(JpaConnectionProvider.class)
          .getEntityManager()
          .createQuery("delete from TenantDomainEntity d where d.realmId = :realm")
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
