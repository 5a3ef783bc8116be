package org.sekisho.loginhistory.session;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.sekisho.historyseal.UuidV7;
import org.sekisho.loginhistory.record.HistoryStore;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.LoginRecordEntity;
import org.sekisho.loginhistory.record.RecordKind;
import org.sekisho.loginhistory.record.RecordWriter;

/** Records the ends of sessions that no event tells of. */
public final class SessionEnds {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final EntityManager entities;

  public SessionEnds(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Records that a user's sessions were ended, as far as they are gone. */
  public void ofUser(String userKey, String reason, long now) {
    List<OpenSessionEntity> open =
        entities
            .createQuery(
                "select s from OpenSessionEntity s where s.realmId = :realm and s.userKey = :user",
                OpenSessionEntity.class)
            .setParameter("realm", realm.getId())
            .setParameter("user", userKey)
            .getResultList();
    open.stream().filter(this::isGone).forEach(gone -> ended(gone, reason, now));
  }

  /** Records that a session was ended, where it is gone. */
  public void ofSession(String sessionId, String reason, long now) {
    Optional.ofNullable(entities.find(OpenSessionEntity.class, sessionId))
        .filter(open -> open.realmId.equals(realm.getId()))
        .filter(this::isGone)
        .ifPresent(gone -> ended(gone, reason, now));
  }

  /** Records that all sessions of the tenant were ended, as far as they are gone. */
  public void ofRealm(String reason, long now) {
    entities
        .createQuery(
            "select s from OpenSessionEntity s where s.realmId = :realm", OpenSessionEntity.class)
        .setParameter("realm", realm.getId())
        .getResultStream()
        .filter(this::isGone)
        .forEach(gone -> ended(gone, reason, now));
  }

  private boolean isGone(OpenSessionEntity open) {
    return session.sessions().getUserSession(realm, open.sessionId) == null;
  }

  private void ended(OpenSessionEntity open, String reason, long now) {
    write(open, end(open, RecordKind.ADMINISTRATIVE_END, reason, now));
  }

  /** Looks at a session that may have reached its time: it lives on, or its end is recorded. */
  void check(OpenSessionEntity open) {
    UserSessionModel found = session.sessions().getUserSession(realm, open.sessionId);
    if (AuthenticationManager.isSessionValid(realm, found)) {
      long end = SessionLife.endOf(realm, found);
      new HistoryStore(session)
          .write(
              "postponed end",
              connection -> OpenSessions.postpone(connection, open.sessionId, end));
    } else {
      write(open, end(open, RecordKind.TIME_OUT, null, open.checkAt));
    }
  }

  private void write(OpenSessionEntity open, LoginRecord end) {
    new HistoryStore(session)
        .write(
            end.kind().name(),
            connection -> {
              if (OpenSessions.end(connection, open.sessionId)) {
                RecordWriter.insert(connection, end);
              }
            });
  }

  /**
   * Nobody sits at the other end when a session is ended so: address and device are those of the
   * sign-in.
   */
  private LoginRecord end(OpenSessionEntity open, RecordKind kind, String reason, long at) {
    LoginRecord signIn =
        Optional.ofNullable(entities.find(LoginRecordEntity.class, open.recordId))
            .map(LoginRecordEntity::toRecord)
            .orElse(null);
    boolean known = signIn != null;
    return new LoginRecord(
        UuidV7.next(),
        realm.getId(),
        at,
        kind,
        open.userKey,
        known ? signIn.userId() : null,
        known ? signIn.address() : null,
        known ? signIn.device() : org.sekisho.loginhistory.record.Device.UNKNOWN,
        known ? signIn.application() : null,
        known ? signIn.protocol() : null,
        null,
        null,
        reason,
        null,
        null,
        null,
        open.sessionId,
        null);
  }
}
