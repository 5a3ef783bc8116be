package org.sekisho.devicecertificate;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.sekisho.devicecertificate.authority.AuthorityEntity;
import org.sekisho.devicecertificate.authority.ForgottenKeyEntity;
import org.sekisho.devicecertificate.authority.RevocationListEntity;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.FarewellEntity;
import org.sekisho.devicecertificate.device.FormerKeyEntity;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;
import org.sekisho.devicecertificate.platform.DeviceUseEntity;
import org.sekisho.devicecertificate.platform.PlatformFlagEntity;

/** Tells Keycloak of the tables and their changelog. */
final class DeviceEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(
        DeviceEntity.class,
        FarewellEntity.class,
        FormerKeyEntity.class,
        AuthorityEntity.class,
        RevocationListEntity.class,
        ForgottenKeyEntity.class,
        EnrolmentEntity.class,
        DeviceUseEntity.class,
        PlatformFlagEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-device-certificate-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return DeviceEntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
