package org.sekisho.loginhistory.own;

import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.MailReaders;
import org.sekisho.core.PortalCaller;
import org.sekisho.core.SessionEnding;
import org.sekisho.loginhistory.notice.NoticeKind;
import org.sekisho.loginhistory.notice.Notices;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.record.HistoryStore;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordKind;
import org.sekisho.loginhistory.session.SessionEnds;

/**
 * "This was not me": ends the user's other sessions, asks for another password, and tells those who
 * look after the tenant.
 */
final class SuspiciousSignIn {

  private final KeycloakSession session;
  private final PortalCaller caller;

  SuspiciousSignIn(KeycloakSession session, PortalCaller caller) {
    this.session = session;
    this.caller = caller;
  }

  /**
   * What was done.
   *
   * @param told {@code id-administrators} or {@code operator}
   */
  record Report(int sessionsEnded, String told, boolean passwordChange) {}

  Report report() {
    long now = Time.currentTimeMillis();
    boolean first =
        new SignInChecks(session)
            .find(caller.userSession().getId(), SignInChecks.Answer.REPORTED)
            .isEmpty();
    new SignInChecks(session).keep(caller, SignInChecks.Answer.REPORTED, now);
    int ended = endOtherSessions(now);
    caller.user().addRequiredAction(RequiredAction.UPDATE_PASSWORD);
    if (first) {
      tell(now);
    }
    boolean administrators = !MailReaders.idAdministrators(session, caller.realm()).isEmpty();
    return new Report(ended, administrators ? "id-administrators" : "operator", true);
  }

  private int endOtherSessions(long now) {
    List<UserSessionModel> others =
        session
            .sessions()
            .getUserSessionsStream(caller.realm(), caller.user())
            .filter(other -> !other.getId().equals(caller.userSession().getId()))
            .toList();
    others.forEach(new SessionEnding(session, caller.realm())::end);
    new SessionEnds(session, caller.realm()).ofUser(caller.user().getId(), "reported", now);
    return others.size();
  }

  /** About the sign-in before this one: the user is here now, and did not know of that one. */
  private void tell(long now) {
    HistoryQuery history = new HistoryQuery(session, caller.realm());
    String user = caller.user().getId();
    String current =
        history.signInOf(user, caller.userSession().getId()).map(LoginRecord::id).orElse(null);
    Optional<LoginRecord> suspicious = history.newest(user, current, RecordKind.SIGN_IN);
    new HistoryStore(session)
        .write(
            NoticeKind.SUSPICIOUS_SIGN_IN.name(),
            connection ->
                Notices.add(
                    connection,
                    NoticeKind.SUSPICIOUS_SIGN_IN,
                    caller.realm().getId(),
                    user,
                    suspicious.map(LoginRecord::id).orElse(null),
                    current,
                    now));
  }
}
