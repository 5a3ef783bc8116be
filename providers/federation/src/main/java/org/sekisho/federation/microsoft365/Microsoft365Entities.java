package org.sekisho.federation.microsoft365;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables and their changelog. */
final class Microsoft365Entities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(DirectoryEntity.class, DomainEntity.class, RolloverEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-microsoft365-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return Microsoft365EntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
