package org.sekisho.federation.application;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionProvider;
import org.sekisho.federation.signout.SignOutOutbox;

/** What users have open at one application. */
record ClientSessions(KeycloakSession session, RealmModel realm, ClientModel client) {

  /** Keycloak's word for no limit. */
  private static final int ALL = -1;

  /**
   * Ends it all: refresh tokens are worth nothing from now on, also after the application has been
   * switched on again, and the application is told. The users' own sessions go on.
   */
  void end() {
    client.setNotBefore((int) (Time.currentTimeMillis() / 1000));
    UserSessionProvider sessions = session.sessions();
    ids(sessions.readOnlyStreamUserSessions(realm, client, ALL, ALL))
        .forEach(id -> tellAndDetach(sessions.getUserSession(realm, id)));
    ids(sessions.readOnlyStreamOfflineUserSessions(realm, client, ALL, ALL))
        .forEach(id -> detach(sessions.getOfflineUserSession(realm, id)));
  }

  /** Collected first: what is detached must not change what is being read. */
  private static List<String> ids(Stream<UserSessionModel> found) {
    return found.map(UserSessionModel::getId).toList();
  }

  private void tellAndDetach(UserSessionModel userSession) {
    opened(userSession).ifPresent(new SignOutOutbox(session)::applicationSessionEnds);
    detach(userSession);
  }

  private void detach(UserSessionModel userSession) {
    opened(userSession).ifPresent(AuthenticatedClientSessionModel::detachFromUserSession);
  }

  private Optional<AuthenticatedClientSessionModel> opened(UserSessionModel userSession) {
    return Optional.ofNullable(userSession)
        .map(open -> open.getAuthenticatedClientSessionByClient(client.getId()));
  }
}
