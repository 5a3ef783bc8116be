package org.sekisho.federation.microsoft365;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Registers the tables; of a realm that goes nothing stays. */
public final class Microsoft365EntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "microsoft365-domains";

  private static final List<String> OF_A_REALM =
      List.of("RolloverEntity", "DomainEntity", "DirectoryEntity");

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new Microsoft365Entities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(Microsoft365EntitiesFactory::forget);
  }

  private static void forget(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      EntityManager entities =
          removed.getKeycloakSession().getProvider(JpaConnectionProvider.class).getEntityManager();
      OF_A_REALM.forEach(
          entity ->
              entities
                  .createQuery("delete from " + entity + " e where e.realmId = :realm")
                  .setParameter("realm", removed.getRealm().getId())
                  .executeUpdate());
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
