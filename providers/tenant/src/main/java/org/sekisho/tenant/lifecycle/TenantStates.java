package org.sekisho.tenant.lifecycle;

import java.time.Duration;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;
import org.sekisho.core.NotBefore;
import org.sekisho.core.SessionEnding;
import org.sekisho.tenant.register.TenantEntity;

/** Moves a tenant from one state to the next inside the caller's transaction. */
public final class TenantStates {

  private final KeycloakSession session;

  public TenantStates(KeycloakSession session) {
    this.session = session;
  }

  public void suspend(RealmModel realm, TenantEntity tenant) {
    tenant.suspend();
    shut(realm);
  }

  /** Ends a suspension, or takes a closing back. */
  public void reopen(RealmModel realm, TenantEntity tenant) {
    tenant.reopen();
    realm.setEnabled(true);
  }

  /** From now on the tenant can be restored until {@code grace} is over. */
  public void close(RealmModel realm, TenantEntity tenant, Duration grace) {
    tenant.close(Time.currentTimeMillis() + grace.toMillis());
    shut(realm);
  }

  /** Keycloak serves no sign-in and no token in a realm that is not enabled. */
  private void shut(RealmModel realm) {
    realm.setEnabled(false);
    realm.setNotBefore(NotBefore.now());
    new SessionEnding(session, realm).endAll();
  }

  /** Everything of the tenant goes: users, keys, events, and by the event of its realm our rows. */
  public void remove(RealmModel realm) {
    EventStoreProvider events = session.getProvider(EventStoreProvider.class);
    events.clear(realm);
    events.clearAdmin(realm);
    new RealmManager(session).removeRealm(realm);
  }
}
