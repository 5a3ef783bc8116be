package org.sekisho.tenant.operator;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.domain.DomainRecheck;
import org.sekisho.tenant.lifecycle.TenantRemoval;

/**
 * Serves {@code /admin/realms/<realm>/sekisho}: to operators below the master realm, to ID
 * administrators below their tenant.
 */
public final class OperatorResourceFactory
    implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

  private OperatorSettings settings;

  @Override
  public AdminRealmResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public void init(Config.Scope scope) {
    settings = OperatorSettings.of(scope);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            MasterRealm.prepare(factory, settings.startUpRoles());
            TenantRemoval.schedule(factory, settings.removalInterval());
            DomainRecheck.schedule(factory, settings.rules(), settings.recheckInterval());
          }
        });
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    if (Tenant.is(realm)) {
      return new TenantSideResource(session, realm, auth.adminAuth(), settings);
    }
    if (!realm.getName().equals(Config.getAdminRealm())) {
      throw Problem.of("tenant-unknown", 404, "No such tenant", "This realm is no tenant.")
          .toException();
    }
    return new OperatorResource(new OperatorCall(session, auth.adminAuth(), settings));
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return "sekisho";
  }
}
