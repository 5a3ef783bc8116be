package org.sekisho.core;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;
import org.keycloak.services.resources.admin.AdminAuth;

/** A part of the API below {@code /admin/realms/<tenant>/sekisho}, for instance the settings. */
public interface TenantSection extends Provider {

  /**
   * The JAX-RS resource; it checks itself who may call.
   *
   * @param auth who calls: somebody of the tenant's realm or of {@code master}
   */
  Object resource(RealmModel tenant, AdminAuth auth);

  @Override
  default void close() {}
}
