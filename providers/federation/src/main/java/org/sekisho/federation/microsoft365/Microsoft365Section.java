package org.sekisho.federation.microsoft365;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.TenantSection;
import org.sekisho.core.TenantSectionFactory;

/** Serves {@code /admin/realms/<tenant>/sekisho/microsoft365}. */
public final class Microsoft365Section implements TenantSectionFactory {

  private Microsoft365Config config;

  @Override
  public TenantSection create(KeycloakSession session) {
    return new TenantSection() {
      @Override
      public Object resource(RealmModel tenant, AdminAuth auth) {
        return new Microsoft365Resource(new FederationCall(session, tenant, auth, config));
      }
    };
  }

  @Override
  public void init(Config.Scope scope) {
    config = Microsoft365Config.of(scope);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            FederationJob.schedule(factory, config);
          }
        });
  }

  @Override
  public String getId() {
    return "microsoft365";
  }

  @Override
  public void close() {}
}
