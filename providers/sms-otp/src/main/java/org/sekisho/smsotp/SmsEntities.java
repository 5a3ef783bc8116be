package org.sekisho.smsotp;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak of the tables and their changelog. */
final class SmsEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(SmsCodeEntity.class, SmsSendEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-sms-otp-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return SmsEntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
