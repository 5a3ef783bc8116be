package org.sekisho.tenant.user;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.JpaUserProviderFactory;

/**
 * Takes the place of Keycloak's user storage by its higher order, so that no option can be
 * forgotten. See ADR 0006.
 */
public final class IdLimitingUserProviderFactory extends JpaUserProviderFactory {

  @Override
  public UserProvider create(KeycloakSession session) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return new IdLimitingUserProvider(session, entities);
  }

  @Override
  public String getId() {
    return "sekisho";
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
