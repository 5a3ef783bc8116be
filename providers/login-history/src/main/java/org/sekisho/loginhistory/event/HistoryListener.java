package org.sekisho.loginhistory.event;

import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.core.SessionProof;
import org.sekisho.core.Tenant;
import org.sekisho.core.UserId;
import org.sekisho.loginhistory.notice.CredentialNotices;
import org.sekisho.loginhistory.notice.KnownDevices;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.loginhistory.record.HistoryStore;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordKind;
import org.sekisho.loginhistory.record.RecordWriter;
import org.sekisho.loginhistory.session.OpenSessions;

/**
 * Makes records of Keycloak's events, in the transaction of the event: that of the sign-in for a
 * success, one of its own for an error.
 */
final class HistoryListener implements EventListenerProvider {

  private static final Logger LOG = Logger.getLogger(HistoryListener.class);

  /** On a user session of which the sign-in was recorded: whatever follows is single sign-on. */
  private static final String RECORDED_NOTE = "sekisho.history.recorded";

  /** Details of a refusal, as the login policies write them. */
  private static final String POLICY_DETAIL = "sekisho_policy";

  private static final String ZONE_DETAIL = "sekisho_zone";

  private final KeycloakSession session;
  private final StrangersLimit strangers;

  HistoryListener(KeycloakSession session, StrangersLimit strangers) {
    this.session = session;
    this.strangers = strangers;
  }

  @Override
  public void onEvent(Event event) {
    RealmModel realm = session.realms().getRealm(event.getRealmId());
    if (realm == null || !Tenant.is(realm)) {
      return;
    }
    String asked = event.getError() == null ? null : AskedFactor.of(session, realm, event);
    Happening happening = Happening.of(event, asked);
    Optional<Classification> made = Classification.of(happening);
    if (made.isPresent()) {
      record(realm, event, happening, made.get());
    } else {
      new CredentialNotices(session, realm).of(event);
    }
  }

  private void record(
      RealmModel realm, Event event, Happening happening, Classification classification) {
    switch (classification.kind()) {
      case SIGN_IN -> signIn(realm, event, happening);
      case SIGN_OFF -> signOff(realm, event, happening, classification);
      case WARNING ->
          new Warnings(session).record(warning(realm, event, happening, classification), happening);
      default -> failure(realm, event, happening, classification);
    }
  }

  private void signIn(RealmModel realm, Event event, Happening happening) {
    UserSessionModel userSession = session.sessions().getUserSession(realm, event.getSessionId());
    if (userSession == null) {
      LOG.warnf("A sign-in without a session was not recorded (%s)", event.getId());
      return;
    }
    boolean first = userSession.getNote(RECORDED_NOTE) == null;
    if (!first && Classification.isPortal(event.getClientId())) {
      // Every visit to the portal is an entry: that would say nothing, often.
      return;
    }
    userSession.setNote(RECORDED_NOTE, "true");
    RecordKind kind = first ? RecordKind.SIGN_IN : RecordKind.APPLICATION_ENTRY;
    LoginRecord row =
        draft(realm, event, happening)
            .kind(kind)
            .factors(SessionProof.of(userSession))
            .certificate(userSession.getNote(ProvenDevice.SERIAL_NOTE))
            .build();
    HistoryStore store = new HistoryStore(session);
    AtomicBoolean newDevice = new AtomicBoolean();
    store.write(
        kind.name(),
        connection -> {
          RecordWriter.insert(connection, row);
          if (first) {
            OpenSessions.begin(connection, realm, userSession, row);
            newDevice.set(!KnownDevices.isKnown(connection, row));
          }
        });
    if (newDevice.get()) {
      store.write("new device", connection -> KnownDevices.add(connection, row));
    }
  }

  /** One sign-off makes several events where applications are told of it; the first one counts. */
  private void signOff(
      RealmModel realm, Event event, Happening happening, Classification classification) {
    if (event.getSessionId() == null) {
      return;
    }
    LoginRecord row =
        draft(realm, event, happening)
            .kind(RecordKind.SIGN_OFF)
            .reason(classification.reason())
            .build();
    new HistoryStore(session)
        .write(
            RecordKind.SIGN_OFF.name(),
            connection -> {
              if (OpenSessions.end(connection, event.getSessionId())) {
                RecordWriter.insert(connection, row);
              }
            });
  }

  private void failure(
      RealmModel realm, Event event, Happening happening, Classification classification) {
    if (event.getUserId() == null && !strangers.admits(realm.getId(), event.getTime())) {
      Metrics.counter("sekisho.login.history.strangers.skipped").increment();
      return;
    }
    LoginRecord row =
        draft(realm, event, happening)
            .kind(classification.kind())
            .failedFactor(classification.failedFactor())
            .reason(classification.reason())
            .reference(happening.detail(ReferenceNumber.EVENT_DETAIL))
            .rule(happening.detail(POLICY_DETAIL), happening.detail(ZONE_DETAIL))
            .build();
    new HistoryStore(session)
        .write(classification.kind().name(), connection -> RecordWriter.insert(connection, row));
  }

  private LoginRecord warning(
      RealmModel realm, Event event, Happening happening, Classification classification) {
    // There is no request of Keycloak's at the listener, so none is asked about.
    return draft(realm, event, happening, Warnings.device(happening))
        .kind(RecordKind.WARNING)
        .certificate(happening.detail(Warnings.CERTIFICATE))
        .reason(classification.reason())
        .reference(happening.detail(ReferenceNumber.EVENT_DETAIL))
        .build();
  }

  private Draft draft(RealmModel realm, Event event, Happening happening) {
    return draft(realm, event, happening, Surroundings.device(session));
  }

  private Draft draft(RealmModel realm, Event event, Happening happening, Device device) {
    return new Draft(realm.getId(), event.getTime())
        .user(event.getUserId(), userId(realm, event, happening))
        .from(Surroundings.address(event.getIpAddress()), device)
        .to(event.getClientId(), happening.detail(Details.AUTH_METHOD))
        .session(event.getSessionId());
  }

  /**
   * The user ID as it is now. What a stranger has typed is kept only where it has the form of a
   * user ID of the tenant: people type passwords into the wrong field.
   */
  private String userId(RealmModel realm, Event event, Happening happening) {
    UserModel user =
        event.getUserId() == null ? null : session.users().getUserById(realm, event.getUserId());
    if (user != null) {
      return user.getUsername();
    }
    return UserId.parse(happening.detail(Details.USERNAME))
        .filter(typed -> Tenant.of(realm).orElseThrow().owns(typed.domain()))
        .map(UserId::toString)
        .orElse(null);
  }

  @Override
  public void onEvent(AdminEvent event, boolean includeRepresentation) {
    RealmModel realm = session.realms().getRealm(event.getRealmId());
    if (realm != null && Tenant.is(realm)) {
      new AdministrativeEnds(session, realm).of(event);
    }
  }

  @Override
  public void close() {}
}
