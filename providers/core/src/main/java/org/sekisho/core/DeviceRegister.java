package org.sekisho.core;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** Knows which devices may be used. */
public interface DeviceRegister extends Provider {

  /** Whether the device may be used now, by this user of this tenant. */
  boolean admits(RealmModel tenant, ProvenDevice device);

  /** Whether the user of this tenant has a device that may be used now. */
  boolean hasUsable(RealmModel tenant, UserModel user);

  @Override
  default void close() {}
}
