package org.sekisho.federation.information;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.TenantSection;
import org.sekisho.core.TenantSectionFactory;

/** Serves {@code /admin/realms/<tenant>/sekisho/federation-information}. */
public final class InformationSection implements TenantSectionFactory {

  @Override
  public TenantSection create(KeycloakSession session) {
    return new TenantSection() {
      @Override
      public Object resource(RealmModel tenant, AdminAuth auth) {
        return new InformationResource(session, tenant, auth);
      }
    };
  }

  @Override
  public String getId() {
    return "federation-information";
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
