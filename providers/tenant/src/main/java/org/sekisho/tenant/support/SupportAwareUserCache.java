package org.sekisho.tenant.support;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.infinispan.UserCacheManager;
import org.keycloak.models.cache.infinispan.UserCacheSession;

/** Keycloak's user cache; users of the master realm leave it as {@link MasterUser}. */
final class SupportAwareUserCache extends UserCacheSession {

  SupportAwareUserCache(UserCacheManager cache, KeycloakSession session) {
    super(cache, session);
  }

  @Override
  public UserModel getUserById(RealmModel realm, String id) {
    return bound(realm, super.getUserById(realm, id));
  }

  @Override
  public UserModel getUserByUsername(RealmModel realm, String username) {
    return bound(realm, super.getUserByUsername(realm, username));
  }

  @Override
  public UserModel getUserByEmail(RealmModel realm, String email) {
    return bound(realm, super.getUserByEmail(realm, email));
  }

  @Override
  public UserModel getServiceAccount(ClientModel client) {
    return bound(client.getRealm(), super.getServiceAccount(client));
  }

  private UserModel bound(RealmModel realm, UserModel user) {
    boolean plain = user != null && TenantRole.isMaster(realm) && !(user instanceof MasterUser);
    return plain ? new MasterUser(user, session) : user;
  }
}
