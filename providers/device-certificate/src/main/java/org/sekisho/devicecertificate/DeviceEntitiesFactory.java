package org.sekisho.devicecertificate;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.sekisho.devicecertificate.authority.ForgottenKeys;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.RevocationReason;

/**
 * Registers the tables. A tenant's rows leave with it; a user's devices are revoked with the user
 * and stay, because lists of revoked certificates name them until they expire.
 */
public final class DeviceEntitiesFactory implements JpaEntityProviderFactory {

  /** Liquibase's table is named after the first ten letters: they must differ between modules. */
  static final String ID = "devicecert-store";

  private static final List<String> OF_A_TENANT =
      List.of(
          "DeviceUseEntity",
          "PlatformFlagEntity",
          "EnrolmentEntity",
          "FarewellEntity",
          "FormerKeyEntity",
          "DeviceEntity",
          "RevocationListEntity",
          "AuthorityEntity");

  @Override
  public JpaEntityProvider create(KeycloakSession session) {
    return new DeviceEntities();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(DeviceEntitiesFactory::clean);
  }

  private static void clean(ProviderEvent event) {
    if (event instanceof RealmModel.RealmRemovedEvent removed) {
      EntityManager entities = entities(removed.getKeycloakSession());
      ForgottenKeys.note(entities, removed.getRealm().getId());
      for (String entity : OF_A_TENANT) {
        entities
            .createQuery("delete from " + entity + " e where e.realmId = :realm")
            .setParameter("realm", removed.getRealm().getId())
            .executeUpdate();
      }
    } else if (event instanceof UserModel.UserRemovedEvent removed) {
      revokeAll(
          entities(removed.getKeycloakSession()),
          removed.getRealm().getId(),
          removed.getUser().getId());
    }
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

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void close() {}
}
