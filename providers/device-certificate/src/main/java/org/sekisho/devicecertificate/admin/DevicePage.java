package org.sekisho.devicecertificate.admin;

import java.util.List;
import org.keycloak.models.UserModel;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceSearch;

/**
 * A page of a tenant's devices, by identifier.
 *
 * @param next {@code after} of the next page; null where this is the last
 */
record DevicePage(List<Entry> devices, String next) {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** A device. Times are milliseconds since the epoch. */
  record Entry(
      String id,
      String user,
      String name,
      String platform,
      String method,
      boolean hardwareBound,
      String state,
      String serial,
      long issuedAt,
      long expiresAt,
      Long lastUsedAt,
      Long revokedAt,
      String revocationReason) {}

  /**
   * The page.
   *
   * @param limit how many at most, 1 to 200; null for 50, and what is out of range is cut
   */
  static DevicePage of(DevicesCaller caller, DeviceSearch search, Integer limit) {
    int most = Math.max(1, Math.min(MOST, limit == null ? USUAL : limit));
    List<DeviceEntity> found = search.find(caller.session(), caller.tenant(), most + 1);
    boolean more = found.size() > most;
    List<DeviceEntity> shown = more ? found.subList(0, most) : found;
    return new DevicePage(
        shown.stream().map(device -> entry(caller, device)).toList(),
        more ? shown.get(most - 1).id : null);
  }

  private static Entry entry(DevicesCaller caller, DeviceEntity device) {
    UserModel user = caller.session().users().getUserById(caller.tenant(), device.userId);
    return new Entry(
        device.id,
        user == null ? null : user.getUsername(),
        device.name,
        device.platform,
        device.method.name(),
        device.method.isHardwareBound(),
        device.state.name(),
        device.serial,
        device.issuedAt,
        device.expiresAt,
        device.lastUsedAt,
        device.revokedAt,
        device.revocationReason == null ? null : device.revocationReason.name());
  }
}
