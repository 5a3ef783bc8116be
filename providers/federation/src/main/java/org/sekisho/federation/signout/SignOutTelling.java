package org.sekisho.federation.signout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.LogoutToken;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.util.JsonSerialization;

/**
 * Tells applications of ended sessions. The next try is written down before each call and the
 * notice is forgotten after it: a node that dies in between has told twice at most, which ends
 * nothing twice. No transaction is open while an application is waited for.
 */
final class SignOutTelling implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(SignOutTelling.class);
  private static final int BATCH = 500;

  /** How long a logout token is valid, in seconds (Back-Channel Logout 1.0 §2.4: two minutes). */
  private static final int VALIDITY = 120;

  private final ScheduledExecutorService clock;

  SignOutTelling(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    long now = Time.currentTimeMillis();
    for (String id : in(factory, own -> new SignOutStore(own).due(now, BATCH))) {
      try {
        if (in(factory, own -> take(own, id))) {
          tell(session, id, in(factory, own -> call(own, id)));
        }
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "The sign-out notice %s could not be told; tried again", id);
      }
    }
  }

  /** Writes down the next try; false where there is nothing to tell any more, or not yet. */
  private static boolean take(KeycloakSession own, String id) {
    long now = Time.currentTimeMillis();
    SignOutStore store = new SignOutStore(own);
    Optional<SignOutNoticeEntity> due = store.lock(id).filter(row -> row.dueAt <= now);
    if (due.isEmpty()) {
      return false;
    }
    SignOutNoticeEntity row = due.get();
    RealmModel tenant = own.realms().getRealm(row.realmId);
    ClientModel application = tenant == null ? null : tenant.getClientById(row.clientUuid);
    if (application == null || !SignOutOutbox.wantsNotices(application) || isOver(row, now)) {
      store.forget(id);
      return false;
    }
    row.tries++;
    row.dueAt = now + SignOutPatience.pause(row.tries).toMillis();
    return true;
  }

  private static SignOutCall call(KeycloakSession own, String id) {
    SignOutNoticeEntity row = new SignOutStore(own).lock(id).orElseThrow();
    RealmModel tenant = own.realms().getRealm(row.realmId);
    ClientModel application = tenant.getClientById(row.clientUuid);
    own.getContext().setRealm(tenant);
    own.getContext().setClient(application);
    return new SignOutCall(SignOutOutbox.url(application), own.tokens().encode(token(row)));
  }

  private static boolean isOver(SignOutNoticeEntity row, long now) {
    boolean over = SignOutPatience.isOver(row.createdAt, now);
    if (over) {
      LOG.warnf("The application %s was never told that a session ended", row.clientUuid);
    }
    return over;
  }

  private static LogoutToken token(SignOutNoticeEntity row) {
    try {
      LogoutToken token = JsonSerialization.readValue(row.claims, LogoutToken.class);
      token.id(SecretGenerator.getInstance().generateSecureID());
      token.issuedNow();
      token.exp(token.getIat() + VALIDITY);
      return token;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void tell(KeycloakSession session, String id, SignOutCall call) {
    String fault = call.fault(session.getProvider(HttpClientProvider.class).getHttpClient(), clock);
    in(
        session.getKeycloakSessionFactory(),
        own -> {
          conclude(new SignOutStore(own), id, fault);
          return List.of();
        });
  }

  private static void conclude(SignOutStore store, String id, String fault) {
    if (fault.isEmpty()) {
      store.forget(id);
      return;
    }
    store
        .lock(id)
        .ifPresent(
            row -> {
              LOG.infof(
                  "The application %s did not take a sign-out notice: %s, try %d",
                  row.clientUuid, fault, row.tries);
              store.postpone(row);
            });
  }

  private static <T> T in(KeycloakSessionFactory factory, Function<KeycloakSession, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
  }
}
