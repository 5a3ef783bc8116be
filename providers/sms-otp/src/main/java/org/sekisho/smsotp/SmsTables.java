package org.sekisho.smsotp;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.sekisho.core.OwnTables;

/** What was sent, and codes; rows leave with their user too, and in time. */
public final class SmsTables extends OwnTables {

  public SmsTables() {
    super(
        "smsotp-store",
        "META-INF/sekisho-sms-otp-changelog.xml",
        List.of(SmsCodeEntity.class, SmsSendEntity.class));
  }

  @Override
  protected void opened(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof UserModel.UserRemovedEvent removed) {
            new SmsCleanUp(removed.getKeycloakSession()).ofUser(removed.getUser().getId());
          } else if (event instanceof PostMigrationEvent started) {
            SmsCleanUp.schedule(started.getFactory());
          }
        });
  }

  @Override
  protected void tenantLeaves(KeycloakSession session, String realmId) {
    new SmsCleanUp(session).ofRealm(realmId);
  }
}
