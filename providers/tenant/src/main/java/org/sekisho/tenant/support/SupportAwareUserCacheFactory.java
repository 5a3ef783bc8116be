package org.sekisho.tenant.support;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.cache.infinispan.InfinispanUserCacheProviderFactory;

/**
 * Takes the place of Keycloak's user cache by its higher order, so that no option can be forgotten.
 * See ADR 0005.
 */
public final class SupportAwareUserCacheFactory extends InfinispanUserCacheProviderFactory {

  @Override
  public UserCache create(KeycloakSession session) {
    if (userCache == null) {
      UserCache unused = super.create(session); // sets the cache up, once for each server
    }
    return new SupportAwareUserCache(userCache, session);
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
