package org.sekisho.devicecertificate;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.sekisho.core.OwnTables;
import org.sekisho.devicecertificate.authority.AuthorityEntity;
import org.sekisho.devicecertificate.authority.ForgottenKeyEntity;
import org.sekisho.devicecertificate.authority.ForgottenKeys;
import org.sekisho.devicecertificate.authority.RevocationListEntity;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.FarewellEntity;
import org.sekisho.devicecertificate.device.FormerKeyEntity;
import org.sekisho.devicecertificate.device.RevocationReason;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;
import org.sekisho.devicecertificate.platform.DeviceUseEntity;
import org.sekisho.devicecertificate.platform.PlatformFlagEntity;

/**
 * Devices and the CAs. A user's devices are revoked with the user and stay, because lists of
 * revoked certificates name them until they expire; keys to be forgotten outlive their tenant.
 */
public final class DeviceTables extends OwnTables {

  private static final List<Class<?>> OF_A_TENANT =
      List.of(
          DeviceUseEntity.class,
          PlatformFlagEntity.class,
          EnrolmentEntity.class,
          FarewellEntity.class,
          FormerKeyEntity.class,
          DeviceEntity.class,
          RevocationListEntity.class,
          AuthorityEntity.class);

  private static final List<Class<?>> ALL =
      Stream.concat(OF_A_TENANT.stream(), Stream.of(ForgottenKeyEntity.class)).toList();

  public DeviceTables() {
    super("devicecert-store", "META-INF/sekisho-device-certificate-changelog.xml", ALL);
  }

  @Override
  protected void opened(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof UserModel.UserRemovedEvent removed) {
            revokeAll(
                entities(removed.getKeycloakSession()),
                removed.getRealm().getId(),
                removed.getUser().getId());
          }
        });
  }

  @Override
  protected void tenantLeaves(KeycloakSession session, String realmId) {
    ForgottenKeys.note(entities(session), realmId);
    OF_A_TENANT.forEach(entity -> delete(session, entity, realmId));
  }

  private static void revokeAll(EntityManager entities, String realmId, String userId) {
    entities
        .createQuery("delete from EnrolmentEntity e where e.realmId = :realm and e.userId = :user")
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .executeUpdate();
    entities
        .createQuery(
            "update AuthorityEntity a set a.revokedAt = :now where a.id in"
                + " (select d.authorityId from DeviceEntity d where d.realmId = :realm"
                + " and d.userId = :user)")
        .setParameter("now", Time.currentTimeMillis())
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .executeUpdate();
    entities
        .createQuery(
            "update DeviceEntity d set d.state = :revoked, d.revokedAt = :now,"
                + " d.revocationReason = :reason where d.realmId = :realm and d.userId = :user"
                + " and d.state <> :revoked")
        .setParameter("revoked", DeviceState.REVOKED)
        .setParameter("now", Time.currentTimeMillis())
        .setParameter("reason", RevocationReason.USER_REMOVED)
        .setParameter("realm", realmId)
        .setParameter("user", userId)
        .executeUpdate();
  }
}
