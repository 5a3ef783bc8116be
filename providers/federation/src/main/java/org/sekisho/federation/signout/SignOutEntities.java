package org.sekisho.federation.signout;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the table and its changelog. */
final class SignOutEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(SignOutNoticeEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-sign-out-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return SignOutEntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
