package org.sekisho.core;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.provider.Provider;

/**
 * Tells applications of sessions that end without their browser (OpenID Connect Back-Channel Logout
 * 1.0). What is to be told is written in the caller's transaction and told after it, for as long as
 * an application does not answer: ending a session never waits for an application.
 */
public interface SignOutNotices extends Provider {

  /** To be called before the session is removed, with whatever is open in it. */
  void sessionEnds(UserSessionModel ending);

  /**
   * For who is shut out altogether: applications may have sessions of the user of which none is
   * left here. To be called besides {@link #sessionEnds}, in a request.
   */
  void userIsShutOut(RealmModel tenant, UserModel user);

  /** To be called before all sessions of the tenant are removed. */
  void allSessionsEnd(RealmModel tenant);

  @Override
  default void close() {}
}
