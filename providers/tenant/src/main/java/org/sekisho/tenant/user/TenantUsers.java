package org.sekisho.tenant.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.sekisho.core.NotBefore;
import org.sekisho.core.SessionEnding;

/** What operators do to the users of a tenant, inside the caller's transaction. */
public final class TenantUsers {

  private final KeycloakSession session;
  private final RealmModel realm;

  public TenantUsers(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Finds a user by the user ID; case does not count. */
  public Optional<UserModel> find(String userId) {
    return Optional.ofNullable(session.users().getUserByUsername(realm, userId));
  }

  /**
   * A page in the order of the user IDs.
   *
   * @param search part of a user ID or a name; null lists all
   */
  public List<UserModel> list(String search, int first, int max) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put(UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
    if (search != null && !search.isBlank()) {
      parameters.put(UserModel.SEARCH, "*" + search.trim() + "*");
    }
    return session.users().searchForUserStream(realm, parameters, first, max).toList();
  }

  /** Validation faults leave as Keycloak's own exceptions, with nothing changed. */
  public void rename(UserModel user, String firstName, String lastName) {
    Map<String, List<String>> attributes = new HashMap<>(user.getAttributes());
    attributes.put(UserModel.FIRST_NAME, firstName == null ? List.of() : List.of(firstName));
    attributes.put(UserModel.LAST_NAME, lastName == null ? List.of() : List.of(lastName));
    session
        .getProvider(UserProfileProvider.class)
        .create(UserProfileContext.USER_API, attributes, user)
        .update();
  }

  public void delete(UserModel user) {
    new SessionEnding(session, realm).endAllOf(user);
    new UserManager(session).removeUser(realm, user);
  }

  /** Sets a temporary password; what was signed in with the old one ends. */
  public void reissuePassword(UserModel user, String password) {
    user.credentialManager().updateCredential(UserCredentialModel.password(password, false));
    user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
    session.loginFailures().removeUserLoginFailure(realm, user.getId());
    endSessions(user);
  }

  /** Emergency: nothing of the user works any more, on any node, from now on. */
  public void lock(UserModel user) {
    user.setEnabled(false);
    endSessions(user);
  }

  public void unlock(UserModel user) {
    user.setEnabled(true);
    session.loginFailures().removeUserLoginFailure(realm, user.getId());
  }

  /** Sessions go; tokens that are under way are too old from now on. */
  private void endSessions(UserModel user) {
    session.users().setNotBeforeForUser(realm, user, NotBefore.now());
    UserSessionManager offline = new UserSessionManager(session);
    offline
        .findOfflineSessionsStream(realm, user)
        .toList()
        .forEach(offline::revokeOfflineUserSession);
    new SessionEnding(session, realm).endAllOf(user);
  }
}
