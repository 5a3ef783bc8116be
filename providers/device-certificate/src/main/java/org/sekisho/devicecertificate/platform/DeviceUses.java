package org.sekisho.devicecertificate.platform;

import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.devicecertificate.device.DeviceEntity;

/**
 * Keeps on which platforms a certificate is used, and tells where that contradicts itself. The
 * caller has just written to the device's row, so of two uses at a time, on whichever nodes, the
 * second sees the first, and a pair is told of once.
 */
public final class DeviceUses {

  /** The error of the event, which also stands in the history. */
  public static final String TWO_PLATFORMS = "device_on_two_platforms";

  private final KeycloakSession session;
  private final RealmModel tenant;
  private final EntityManager entities;

  public DeviceUses(KeycloakSession session, RealmModel tenant) {
    this.session = session;
    this.tenant = tenant;
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /**
   * Notes a use.
   *
   * @param address of the browser
   * @param at in milliseconds since the epoch
   */
  public void note(DeviceEntity device, Platform platform, String address, long at) {
    if (!platform.isKnown()) {
      return;
    }
    Map<Platform, Long> lastUses = lastUses(device.id);
    // Sessions are looked for only where there can be one: nearly every device has one platform.
    boolean alone = lastUses.keySet().stream().noneMatch(platform::differsFrom);
    Set<Platform> open = alone ? Set.of() : open(device);
    SimultaneousUse.conflicts(platform, at, lastUses, open).stream()
        .filter(other -> isNews(device, SimultaneousUse.pair(platform, other), at))
        .forEach(other -> tell(device, platform, other, address, at));
    if (changed(
            "update DeviceUseEntity u set u.usedAt = :at where u.id = :id",
            DeviceUseEntity.id(device.id, platform),
            at)
        == 0) {
      entities.persist(new DeviceUseEntity(tenant.getId(), device.id, platform, at));
    }
  }

  private int changed(String update, String id, long at) {
    return entities
        .createQuery(update)
        .setParameter("at", at)
        .setParameter("id", id)
        .executeUpdate();
  }

  private Map<Platform, Long> lastUses(String deviceId) {
    Map<Platform, Long> uses = new EnumMap<>(Platform.class);
    entities
        .createQuery(
            "select u from DeviceUseEntity u where u.deviceId = :device", DeviceUseEntity.class)
        .setParameter("device", deviceId)
        .getResultStream()
        .forEach(use -> uses.put(use.platform, use.usedAt));
    return uses;
  }

  /** Platforms on which a session of the device is open. */
  private Set<Platform> open(DeviceEntity device) {
    UserModel user = session.users().getUserById(tenant, device.userId);
    return user == null
        ? Set.of()
        : session
            .sessions()
            .getUserSessionsStream(tenant, user)
            .filter(found -> device.id.equals(found.getNote(ProvenDevice.SESSION_NOTE)))
            .flatMap(DeviceUses::platform)
            .collect(Collectors.toSet());
  }

  private static Stream<Platform> platform(UserSessionModel found) {
    String noted = found.getNote(SessionPlatform.NOTE);
    return Stream.of(Platform.values()).filter(platform -> platform.name().equals(noted));
  }

  private boolean isNews(DeviceEntity device, String pair, long at) {
    PlatformFlagEntity flag = entities.find(PlatformFlagEntity.class, flagId(device, pair));
    return SimultaneousUse.isNews(flag == null ? null : flag.toldAt, at);
  }

  private static String flagId(DeviceEntity device, String pair) {
    return device.id + "/" + pair;
  }

  private void tell(
      DeviceEntity device, Platform platform, Platform other, String address, long at) {
    String id = flagId(device, SimultaneousUse.pair(platform, other));
    if (changed("update PlatformFlagEntity f set f.toldAt = :at where f.id = :id", id, at) == 0) {
      entities.persist(new PlatformFlagEntity(id, tenant.getId(), at));
    }
    // In this transaction: the event, its record and its mail are there where the flag is.
    new EventBuilder(tenant, session)
        .event(EventType.UPDATE_CREDENTIAL)
        .storeImmediately(false)
        .user(device.userId)
        .ipAddress(address)
        .detail("credential_type", "device-certificate")
        .detail("device_certificate", device.serial)
        .detail("device_name", device.name)
        .detail("platform", platform.words())
        .detail("other_platform", other.words())
        .detail(ReferenceNumber.EVENT_DETAIL, ReferenceNumber.next().value())
        .error(TWO_PLATFORMS);
  }
}
