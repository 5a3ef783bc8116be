package org.sekisho.tenant;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.sekisho.core.DomainName;

/** Serves the operators' API below {@code /admin/realms/master/sekisho}. */
public final class OperatorResourceFactory
    implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

  private ApplicationAddresses addresses;
  private TenantRules rules;
  private final RealmConfig config = new RealmConfig();

  @Override
  public AdminRealmResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public void init(Config.Scope scope) {
    String provider = scope.get("provider-domain", "insurance-agt.ne.jp");
    addresses = ApplicationAddresses.of(scope);
    rules =
        new TenantRules(
            config,
            DomainName.parse(provider)
                .orElseThrow(() -> new IllegalArgumentException("provider-domain: " + provider)));
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    OperatorRights.require(realm, auth);
    return new TenantsResource(session, config, rules, addresses, adminEvent);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return "sekisho";
  }
}
