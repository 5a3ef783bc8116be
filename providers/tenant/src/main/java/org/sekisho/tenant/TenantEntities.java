package org.sekisho.tenant;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the table and its changelog. */
final class TenantEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(TenantDomainEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-tenant-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return TenantEntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
