package org.sekisho.core;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Ends sessions without their browser, in a request or in a job, and has applications told. */
public final class SessionEnding {

  private final KeycloakSession session;
  private final RealmModel tenant;

  public SessionEnding(KeycloakSession session, RealmModel tenant) {
    this.session = session;
    this.tenant = tenant;
  }

  public void end(UserSessionModel ending) {
    notices().sessionEnds(ending);
    session.sessions().removeUserSession(tenant, ending);
  }

  /** For who is shut out: applications end also what has long ended here. */
  public void endAllOf(UserModel user) {
    session.sessions().getUserSessionsStream(tenant, user).forEach(notices()::sessionEnds);
    notices().userIsShutOut(tenant, user);
    session.sessions().removeUserSessions(tenant, user);
  }

  public void endAll() {
    notices().allSessionsEnd(tenant);
    session.sessions().removeUserSessions(tenant);
  }

  private SignOutNotices notices() {
    return session.getProvider(SignOutNotices.class);
  }
}
