package org.sekisho.loginhistory.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.sekisho.core.PortalCaller;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.query.RecordView;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordKind;

/**
 * What users are shown after each sign-in.
 *
 * @param current this sign-in
 * @param lastSignIn the last successful one before it
 * @param lastFailure the last failed or refused attempt since then
 * @param confirmedAt when the user has confirmed to know them, in milliseconds since the epoch
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Information(
    RecordView current, RecordView lastSignIn, RecordView lastFailure, Long confirmedAt) {

  static Information of(KeycloakSession session, PortalCaller caller) {
    HistoryQuery history = new HistoryQuery(session, caller.realm());
    String user = caller.user().getId();
    String own = caller.userSession().getId();
    Optional<LoginRecord> current = history.signInOf(user, own);
    Optional<LoginRecord> last =
        history.newest(user, current.map(LoginRecord::id).orElse(null), RecordKind.SIGN_IN);
    Optional<LoginRecord> failure =
        history
            .newest(user, null, RecordKind.FAILED_ATTEMPT, RecordKind.REFUSAL)
            .filter(row -> last.isEmpty() || row.id().compareTo(last.get().id()) > 0);
    return new Information(
        view(caller, current),
        view(caller, last),
        view(caller, failure),
        new SignInChecks(session)
            .find(own, SignInChecks.Answer.CONFIRMED)
            .map(SignInCheckEntity::answeredAt)
            .orElse(null));
  }

  private static RecordView view(PortalCaller caller, Optional<LoginRecord> row) {
    return row.map(found -> RecordView.of(caller.realm(), found, caller.userSession().getId()))
        .orElse(null);
  }
}
