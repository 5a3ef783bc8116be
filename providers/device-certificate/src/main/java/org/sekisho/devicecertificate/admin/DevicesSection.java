package org.sekisho.devicecertificate.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.TenantSection;
import org.sekisho.core.TenantSectionFactory;

/** Serves {@code /admin/realms/<tenant>/sekisho/devices}. */
public final class DevicesSection implements TenantSectionFactory {

  @Override
  public TenantSection create(KeycloakSession session) {
    return new TenantSection() {
      @Override
      public Object resource(RealmModel tenant, AdminAuth auth) {
        return new TenantDevicesResource(new DevicesCaller(session, tenant, auth));
      }
    };
  }

  @Override
  public String getId() {
    return "devices";
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
