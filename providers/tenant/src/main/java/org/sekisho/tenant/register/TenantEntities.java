package org.sekisho.tenant.register;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.sekisho.tenant.domain.DomainProofEntity;
import org.sekisho.tenant.support.SupportSessionEntity;

/** Tells Keycloak of the tables and their changelog. */
final class TenantEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(
        TenantEntity.class,
        TenantDomainEntity.class,
        DomainProofEntity.class,
        SupportSessionEntity.class);
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
