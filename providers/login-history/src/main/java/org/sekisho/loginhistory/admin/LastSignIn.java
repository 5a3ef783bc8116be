package org.sekisho.loginhistory.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.keycloak.models.UserModel;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordKind;

/**
 * A user with the time of the last successful sign-in.
 *
 * @param lastSignIn in milliseconds since the epoch; null where there is none in the history
 * @param createdAt in milliseconds since the epoch; null where it is unknown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LastSignIn(
    String userId,
    String lastName,
    String firstName,
    boolean enabled,
    Long lastSignIn,
    Long createdAt) {

  static LastSignIn of(UserModel user, HistoryQuery history) {
    return new LastSignIn(
        user.getUsername(),
        user.getLastName(),
        user.getFirstName(),
        user.isEnabled(),
        history.newest(user.getId(), null, RecordKind.SIGN_IN).map(LoginRecord::at).orElse(null),
        user.getCreatedTimestamp());
  }

  /** Whether the user has not signed in since then; who is newer than that has had no time to. */
  boolean isDormantSince(long millis) {
    boolean old = createdAt == null || createdAt < millis;
    return old && (lastSignIn == null || lastSignIn < millis);
  }
}
