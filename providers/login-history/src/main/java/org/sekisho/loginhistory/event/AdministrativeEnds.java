package org.sekisho.loginhistory.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.loginhistory.notice.CredentialNotices;
import org.sekisho.loginhistory.record.HistoryStore;
import org.sekisho.loginhistory.session.OpenSessions;
import org.sekisho.loginhistory.session.SessionEnds;

/**
 * After each administrative change: whether it has ended sessions. It looks at what is gone, so it
 * needs no list of the calls that end sessions.
 */
final class AdministrativeEnds {

  private static final Pattern USER = Pattern.compile("(?:^|/)users/([^/]+)(?:/([a-z-]+))?");

  /** Keycloak's sign-out of everybody, and what operators do to a whole tenant. */
  private static final Pattern ALL_SESSIONS =
      Pattern.compile("(?:^|/)(?:logout-all|suspend|close)$");

  private static final Pattern SESSION = Pattern.compile("^sessions/([^/]+)$");

  private final KeycloakSession session;
  private final RealmModel realm;

  AdministrativeEnds(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  void of(AdminEvent event) {
    String path = event.getResourcePath() == null ? "" : event.getResourcePath();
    SessionEnds ends = new SessionEnds(session, realm);
    Matcher user = USER.matcher(path);
    Matcher one = SESSION.matcher(path);
    if (user.find()) {
      userChanged(event, user.group(1), user.group(2), ends);
    } else if (one.matches()) {
      ends.ofSession(one.group(1), "by_administrator", event.getTime());
    } else if (ALL_SESSIONS.matcher(path).find()) {
      ends.ofRealm("by_administrator", event.getTime());
    } else if (touchesLimits(event, path)) {
      new HistoryStore(session)
          .write(
              "session limits",
              connection -> OpenSessions.checkAll(connection, realm.getId(), event.getTime()));
    }
  }

  private void userChanged(AdminEvent event, String named, String action, SessionEnds ends) {
    Optional<UserModel> user = find(named);
    String key = user.map(UserModel::getId).orElse(named);
    ends.ofUser(key, reason(event.getOperationType(), action), event.getTime());
    user.ifPresent(found -> new CredentialNotices(session, realm).of(event, found, action));
  }

  /** Keycloak's paths name users by identifier, those of operators by user ID. */
  private Optional<UserModel> find(String named) {
    UserModel byId = session.users().getUserById(realm, named);
    return Optional.ofNullable(
        byId != null ? byId : session.users().getUserByUsername(realm, named));
  }

  private static String reason(OperationType operation, String action) {
    if (operation == OperationType.DELETE && action == null) {
      return "account_removed";
    }
    return switch (String.valueOf(action)) {
      case "lock" -> "account_locked";
      case "password" -> "password_reissued";
      default -> "by_administrator";
    };
  }

  private static boolean touchesLimits(AdminEvent event, String path) {
    boolean realmItself =
        event.getResourceType() == ResourceType.REALM
            && event.getOperationType() == OperationType.UPDATE;
    return realmItself || path.endsWith("settings/session-limits") || path.endsWith("plan");
  }
}
