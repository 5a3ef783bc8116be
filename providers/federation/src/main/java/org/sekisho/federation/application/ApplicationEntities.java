package org.sekisho.federation.application;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the table and its changelog. */
final class ApplicationEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(ApplicationCertificateEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-application-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return ApplicationEntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
