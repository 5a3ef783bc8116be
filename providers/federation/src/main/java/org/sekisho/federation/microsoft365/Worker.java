package org.sekisho.federation.microsoft365;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What a node does for one tenant: short transactions under the tenant's row, and calls to
 * Microsoft between them, never inside.
 */
record Worker(KeycloakSession session, String realmId, Microsoft365Config config) {

  /** What a transaction sees. */
  record View(KeycloakSession session, RealmModel realm, Microsoft365Store store) {

    SigningKeys keys() {
      return new SigningKeys(session, realm);
    }
  }

  private KeycloakSessionFactory factory() {
    return session.getKeycloakSessionFactory();
  }

  Lease lease() {
    return new Lease(factory(), realmId);
  }

  <T> T read(Function<View, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory(), own -> work.apply(view(own)));
  }

  /** Changes under the lock; all of it is committed when this returns, or nothing is. */
  void change(Consumer<View> work) {
    KeycloakModelUtils.runJobInTransaction(
        factory(),
        own -> {
          View view = view(own);
          view.store().lock(realmId);
          work.accept(view);
        });
  }

  private View view(KeycloakSession own) {
    RealmModel realm = own.realms().getRealm(realmId);
    if (realm == null) {
      throw new IllegalStateException("the tenant is gone");
    }
    own.getContext().setRealm(realm);
    return new View(own, realm, new Microsoft365Store(own));
  }

  Optional<DirectoryTarget> directory() {
    RealmModel realm = session.realms().getRealm(realmId);
    DirectoryEntity row = read(view -> view.store().directory(realmId).orElse(null));
    return new TenantDirectory(config.graph()).open(session, realm, row);
  }
}
