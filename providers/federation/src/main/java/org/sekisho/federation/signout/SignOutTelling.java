package org.sekisho.federation.signout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.http.impl.client.CloseableHttpClient;
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
 * Tells applications of ended sessions, several of them at a time and each for a few seconds, so
 * that a slow one holds up no other. The next try is written down before each call and the notice
 * is forgotten after it: a node that dies in between has told twice at most, which ends nothing
 * twice. No connection to the database is held while an application is waited for.
 */
final class SignOutTelling implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(SignOutTelling.class);
  private static final int MOST_APPLICATIONS = 200;
  private static final int PAGE = 50;
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
  private static final Duration EACH = Duration.ofSeconds(10);

  /** How long a logout token is valid, in seconds (Back-Channel Logout 1.0 §2.4: two minutes). */
  private static final int VALIDITY = 120;

  private final SignOutThreads threads;

  SignOutTelling(SignOutThreads threads) {
    this.threads = threads;
  }

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    List<String> waiting =
        in(
            factory,
            own ->
                new SignOutStore(own).dueApplications(Time.currentTimeMillis(), MOST_APPLICATIONS));
    CloseableHttpClient client = session.getProvider(HttpClientProvider.class).getHttpClient();
    threads.each(waiting, application -> tell(factory, client, application, end));
  }

  private void tell(
      KeycloakSessionFactory factory, CloseableHttpClient client, String application, long end) {
    long own = Math.min(end, System.nanoTime() + EACH.toNanos());
    try {
      List<String> page = due(factory, application);
      while (!page.isEmpty() && tellAll(factory, client, page, own)) {
        page = due(factory, application);
      }
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "Sign-out notices of the application %s wait", application);
    }
  }

  private static List<String> due(KeycloakSessionFactory factory, String application) {
    return in(
        factory, own -> new SignOutStore(own).due(application, Time.currentTimeMillis(), PAGE));
  }

  /** False where the application has not taken one, or has had its time. */
  private boolean tellAll(
      KeycloakSessionFactory factory, CloseableHttpClient client, List<String> notices, long end) {
    for (String id : notices) {
      if (System.nanoTime() > end || threads.areStopped()) {
        return false;
      }
      if (in(factory, own -> take(own, id))) {
        String fault = fault(factory, client, id);
        KeycloakModelUtils.runJobInTransaction(factory, own -> conclude(own, id, fault));
        if (!fault.isEmpty()) {
          return false;
        }
      }
    }
    return true;
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
    Optional<ClientModel> application = application(own, row);
    if (application.filter(SignOutOutbox::wantsNotices).isEmpty()) {
      store.forget(id);
      return false;
    }
    if (SignOutPatience.isOver(row.createdAt, now)) {
      LOG.warnf("%s was never told that a session ended", name(application.get()));
      store.forget(id);
      return false;
    }
    row.tries++;
    row.dueAt = now + SignOutPatience.pause(row.tries).toMillis();
    return true;
  }

  private static Optional<ClientModel> application(KeycloakSession own, SignOutNoticeEntity row) {
    RealmModel tenant = own.realms().getRealm(row.realmId);
    return Optional.ofNullable(tenant).map(realm -> realm.getClientById(row.clientUuid));
  }

  private static String name(ClientModel application) {
    return "The application %s of the tenant %s"
        .formatted(application.getClientId(), application.getRealm().getName());
  }

  private String fault(KeycloakSessionFactory factory, CloseableHttpClient client, String id) {
    try {
      return in(factory, own -> call(own, id)).fault(client, threads.clock());
    } catch (RuntimeException failed) {
      LOG.debugf(failed, "The sign-out notice %s could not be sent", id);
      return failed.getClass().getSimpleName();
    }
  }

  private static SignOutCall call(KeycloakSession own, String id) {
    SignOutNoticeEntity row = new SignOutStore(own).find(id).orElseThrow();
    ClientModel application = application(own, row).orElseThrow();
    own.getContext().setRealm(application.getRealm());
    own.getContext().setClient(application);
    return new SignOutCall(SignOutOutbox.url(application), own.tokens().encode(token(row)));
  }

  private static LogoutToken token(SignOutNoticeEntity row) {
    LogoutToken token = claims(row);
    token.id(SecretGenerator.getInstance().generateSecureID());
    token.issuedNow();
    token.exp(token.getIat() + VALIDITY);
    return token;
  }

  private static LogoutToken claims(SignOutNoticeEntity row) {
    try {
      return JsonSerialization.readValue(row.claims, LogoutToken.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void conclude(KeycloakSession own, String id, String fault) {
    SignOutStore store = new SignOutStore(own);
    Optional<SignOutNoticeEntity> row = store.find(id).filter(found -> !fault.isEmpty());
    if (row.isEmpty()) {
      store.forget(id);
      return;
    }
    application(own, row.get())
        .ifPresent(
            application ->
                LOG.infof(
                    "%s did not take a sign-out notice: %s, try %d",
                    name(application), fault, row.get().tries));
    if (isRefused(fault) && claims(row.get()).getSid() == null) {
      // Whoever needs a session's number hears of each session besides.
      store.forget(id);
    } else {
      store.postpone(row.get());
    }
  }

  private static boolean isRefused(String fault) {
    return fault.startsWith("status 4");
  }

  private static <T> T in(KeycloakSessionFactory factory, Function<KeycloakSession, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
  }
}
