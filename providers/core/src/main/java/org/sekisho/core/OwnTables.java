package org.sekisho.core;

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

/** Registers the tables of a module with Keycloak. A tenant's rows leave with it. */
public abstract class OwnTables implements JpaEntityProviderFactory, JpaEntityProvider {

  private final String id;
  private final String changelog;
  private final List<Class<?>> entities;

  /**
   * The tables of one changelog.
   *
   * @param id Liquibase's table is named after the first ten letters: they must differ between
   *     modules
   * @param changelog its place on the class path
   * @param entities in the order in which their rows go; each has a {@code realmId}, or {@link
   *     #tenantLeaves} knows better
   */
  protected OwnTables(String id, String changelog, List<Class<?>> entities) {
    this.id = id;
    this.changelog = changelog;
    this.entities = entities;
  }

  @Override
  public final void postInit(KeycloakSessionFactory factory) {
    factory.register(this::happens);
    opened(factory);
  }

  /** What else is to be registered; nothing by itself. */
  protected void opened(KeycloakSessionFactory factory) {}

  private void happens(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      tenantLeaves(removed.getKeycloakSession(), removed.getRealm().getId());
    }
  }

  /** Within the transaction that removes the tenant. */
  protected void tenantLeaves(KeycloakSession session, String realmId) {
    entities.forEach(entity -> delete(session, entity, realmId));
  }

  protected static void delete(KeycloakSession session, Class<?> entity, String realmId) {
    entities(session)
        .createQuery("delete from " + entity.getSimpleName() + " e where e.realmId = :realm")
        .setParameter("realm", realmId)
        .executeUpdate();
  }

  protected static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  @Override
  public final JpaEntityProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public final List<Class<?>> getEntities() {
    return entities;
  }

  @Override
  public final String getChangelogLocation() {
    return changelog;
  }

  @Override
  public final String getFactoryId() {
    return id;
  }

  @Override
  public final String getId() {
    return id;
  }

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public final void close() {}
}
