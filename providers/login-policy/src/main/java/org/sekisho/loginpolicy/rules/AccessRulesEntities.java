package org.sekisho.loginpolicy.rules;

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

/** Tells Keycloak of the table and its changelog; of a realm that goes no row stays. */
public final class AccessRulesEntities implements JpaEntityProviderFactory, JpaEntityProvider {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  private static final String ID = "access-rules";

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public List<Class<?>> getEntities() {
    return List.of(AccessRulesEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-login-policy-changelog.xml";
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(AccessRulesEntities::forget);
    factory.register(GroupsInUse::guard);
  }

  private static void forget(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      EntityManager entities =
          removed.getKeycloakSession().getProvider(JpaConnectionProvider.class).getEntityManager();
      entities
          .createQuery("delete from AccessRulesEntity r where r.realmId = :realm")
          .setParameter("realm", removed.getRealm().getId())
          .executeUpdate();
    }
  }

  @Override
  public String getFactoryId() {
    return ID;
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
