package org.sekisho.settings;

import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.TenantSection;
import org.sekisho.core.TenantSectionFactory;
import org.sekisho.network.ProxyTrust;

/**
 * Serves {@code /admin/realms/<tenant>/sekisho/settings}. Server configuration {@code
 * spi-sekisho-tenant-section--settings--*}: {@code confirm-within-seconds}, how long a change of
 * who gets in waits for its confirmation, 10 to 3,600, default 600.
 */
public final class SettingsSection implements TenantSectionFactory {

  private static final int LEAST_SECONDS = 10;
  private static final int MOST_SECONDS = 3_600;

  private Duration confirmWithin;

  @Override
  public TenantSection create(KeycloakSession session) {
    return new TenantSection() {
      @Override
      public Object resource(RealmModel tenant, AdminAuth auth) {
        return new SettingsResource(
            new SettingsCall(session, tenant, auth, confirmWithin, proxyTrust()));
      }
    };
  }

  @Override
  public void init(Config.Scope scope) {
    int seconds = scope.getInt("confirm-within-seconds", 600);
    if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "confirm-within-seconds must be %d to %d, is %d"
              .formatted(LEAST_SECONDS, MOST_SECONDS, seconds));
    }
    confirmWithin = Duration.ofSeconds(seconds);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            ProxyWarning.writeAtStart(factory, proxyTrust());
            ReturnOfRules.schedule(factory, confirmWithin);
          }
        });
  }

  /** From Keycloak's own options, which decide what {@code ClientConnection} tells. */
  private static ProxyTrust proxyTrust() {
    org.eclipse.microprofile.config.Config config = ConfigProvider.getConfig();
    return new ProxyTrust(
        config.getOptionalValue("kc.proxy-headers", String.class),
        config.getOptionalValue("kc.proxy-trusted-addresses", String.class),
        config.getOptionalValue("kc.proxy-protocol-enabled", Boolean.class).orElse(false));
  }

  @Override
  public String getId() {
    return "settings";
  }

  @Override
  public void close() {}
}
