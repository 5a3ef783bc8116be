package org.sekisho.core;

import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.provider.Provider;

/** What the tenant's login policies say, for the parts of Sekisho that ask or admit somebody. */
public interface LoginRules extends Provider {

  /** Whether the factor may be proven next in the sign-in under way. */
  boolean asks(UserModel user, Factor factor);

  /** Whether the factor is of use to the user, from whichever address. */
  boolean uses(UserModel user, Factor factor);

  /**
   * Whether a session may be used now, from the address of the present request.
   *
   * @param application client identifier of the application that is used
   */
  boolean admits(UserSessionModel userSession, String application);

  @Override
  default void close() {}
}
