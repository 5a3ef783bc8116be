package org.sekisho.loginhistory.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.TenantSection;
import org.sekisho.core.TenantSectionFactory;

/** Serves {@code /admin/realms/<tenant>/sekisho/login-history}. */
public final class HistorySection implements TenantSectionFactory {

  @Override
  public TenantSection create(KeycloakSession session) {
    return new TenantSection() {
      @Override
      public Object resource(RealmModel tenant, AdminAuth auth) {
        return new TenantHistoryResource(new HistoryReader(session, tenant, auth));
      }
    };
  }

  @Override
  public String getId() {
    return "login-history";
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
