package org.sekisho.federation.application;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.BackgroundJobs;
import org.sekisho.core.TenantSection;
import org.sekisho.core.TenantSectionFactory;

/**
 * Serves {@code /admin/realms/<tenant>/sekisho/applications}. Server configuration {@code
 * spi-sekisho-tenant-section--applications--*}: {@code mail-interval-seconds}, how often is looked
 * for certificates that end, 1 to 86,400, default 3,600.
 */
public final class ApplicationsSection implements TenantSectionFactory {

  private static final int MOST_SECONDS = 86_400;

  private Duration mailInterval;

  @Override
  public TenantSection create(KeycloakSession session) {
    return new TenantSection() {
      @Override
      public Object resource(RealmModel tenant, AdminAuth auth) {
        return new ApplicationsResource(
            new ApplicationsCall(
                session, tenant, auth, new RelyingPartyUrl(Environment.isDevMode())));
      }
    };
  }

  @Override
  public void init(Config.Scope scope) {
    int seconds = scope.getInt("mail-interval-seconds", 3_600);
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "mail-interval-seconds must be 1 to %d, is %d".formatted(MOST_SECONDS, seconds));
    }
    mailInterval = Duration.ofSeconds(seconds);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            BackgroundJobs.scheduleWaiting(factory, mailInterval, new CertificateMails());
          }
        });
  }

  @Override
  public String getId() {
    return "applications";
  }

  @Override
  public void close() {}
}
