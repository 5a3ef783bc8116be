package org.sekisho.tenant.user;

import jakarta.persistence.EntityManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.JpaUserProvider;
import org.sekisho.core.Tenant;
import org.sekisho.core.UserId;

/**
 * Keycloak's user storage, which adds no user beyond what the tenant's plan grants, and none in a
 * domain that is not the tenant's, whoever asserts the name. Every way to make a user ends here:
 * Admin REST API, registration, brokering, partial import and our own calls.
 */
final class IdLimitingUserProvider extends JpaUserProvider {

  private final IdLimit limit;

  IdLimitingUserProvider(KeycloakSession session, EntityManager entities) {
    super(session, entities);
    this.limit = new IdLimit(session);
  }

  @Override
  public UserModel addUser(
      RealmModel realm, String id, String username, boolean roles, boolean actions) {
    if (!IdLimit.isServiceAccount(realm, username)) {
      requireOwnDomain(realm, username);
      limit.require(realm);
    }
    return super.addUser(realm, id, username, roles, actions);
  }

  private static void requireOwnDomain(RealmModel realm, String username) {
    boolean own =
        Tenant.of(realm)
            .map(
                tenant -> UserId.parse(username).filter(id -> tenant.owns(id.domain())).isPresent())
            .orElse(true);
    if (!own) {
      throw new ForeignDomainException();
    }
  }
}
