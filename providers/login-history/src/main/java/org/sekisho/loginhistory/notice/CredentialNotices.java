package org.sekisho.loginhistory.notice;

import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.sekisho.loginhistory.record.HistoryStore;

/** Tells users by mail that their password or a factor has changed, whoever changed it. */
public final class CredentialNotices {

  private final KeycloakSession session;
  private final RealmModel realm;

  public CredentialNotices(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** What users do themselves. */
  public void of(Event event) {
    String type =
        event.getDetails() == null ? null : event.getDetails().get(Details.CREDENTIAL_TYPE);
    if (event.getUserId() == null || type == null) {
      return;
    }
    if (event.getType() == EventType.UPDATE_CREDENTIAL) {
      add(event.getUserId(), changed(type), type, event.getTime());
    } else if (event.getType() == EventType.REMOVE_CREDENTIAL) {
      add(event.getUserId(), NoticeKind.FACTOR_REMOVED, type, event.getTime());
    }
  }

  /**
   * What administrators and operators do.
   *
   * @param action the part of the path behind the user; null where the user itself was changed
   */
  public void of(AdminEvent event, UserModel user, String action) {
    String did = String.valueOf(action);
    if (did.equals("reset-password") || did.equals("password")) {
      add(user.getId(), NoticeKind.PASSWORD_CHANGED, PasswordCredentialModel.TYPE, event.getTime());
    } else if (did.equals("credentials") && event.getOperationType() == OperationType.ACTION) {
      add(user.getId(), NoticeKind.FACTOR_REMOVED, null, event.getTime());
    }
  }

  private static NoticeKind changed(String type) {
    return type.equals(PasswordCredentialModel.TYPE)
        ? NoticeKind.PASSWORD_CHANGED
        : NoticeKind.FACTOR_SET_UP;
  }

  private void add(String userKey, NoticeKind kind, String detail, long now) {
    new HistoryStore(session)
        .write(
            kind.name(),
            connection -> Notices.add(connection, kind, realm.getId(), userKey, null, detail, now));
  }
}
