package org.sekisho.core;

import java.util.OptionalLong;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** What the login history tells other parts of Sekisho. */
public interface SignInHistory extends Provider {

  /** The last successful sign-in, in milliseconds since the epoch; empty where there is none. */
  OptionalLong lastSignIn(RealmModel tenant, UserModel user);

  @Override
  default void close() {}
}
