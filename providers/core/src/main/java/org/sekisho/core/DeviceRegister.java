package org.sekisho.core;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Knows which devices may be used. */
public interface DeviceRegister extends Provider {

  /** Whether the device may be used now, by this user of this tenant. */
  boolean admits(RealmModel tenant, ProvenDevice device);

  @Override
  default void close() {}
}
