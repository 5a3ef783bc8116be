package org.sekisho.devicecertificate.device;

import java.util.Collection;

/**
 * What counts of a device where another certificate is wished for. Times are milliseconds since the
 * epoch. Pure.
 *
 * @param renews identifier of the device whose certificate this one renews; null where none
 * @param supersededUntil null where it was not renewed
 */
public record DeviceStanding(
    String id,
    DeviceState state,
    String renews,
    Long supersededUntil,
    long issuedAt,
    long expiresAt) {

  /** The same of a row. */
  public static DeviceStanding of(DeviceEntity row) {
    return new DeviceStanding(
        row.id, row.state, row.renews, row.supersededUntil, row.issuedAt, row.expiresAt);
  }

  /** Whether it opens the door now. */
  public boolean isUsable(long now) {
    return state.opens() && issuedAt <= now && now < expiresAt;
  }

  /**
   * How many devices of a user open the door. A certificate and the one that renews it are one
   * device, also before the new one is used.
   *
   * @param all of the user
   */
  public static long usable(Collection<DeviceStanding> all, long now) {
    return all.stream()
        .filter(device -> device.isUsable(now) && device.state != DeviceState.SUPERSEDED)
        .filter(device -> !hasSuccessor(device.id, all, now))
        .count();
  }

  /** Whether the device opens the door now. */
  public static boolean isUsable(String id, Collection<DeviceStanding> all, long now) {
    return all.stream().anyMatch(device -> device.id.equals(id) && device.isUsable(now));
  }

  /**
   * Whether a device may have another certificate, however near its end is: it opens the door, was
   * not renewed before, and neither what it renews nor what renews it opens the door as well. So a
   * device never has more than two certificates, and the second of them for the change alone.
   */
  public static boolean isRenewable(String id, Collection<DeviceStanding> all, long now) {
    return all.stream()
        .filter(device -> device.id.equals(id) && device.isUsable(now))
        .filter(device -> device.supersededUntil == null)
        .filter(device -> !isUsable(device.renews, all, now))
        .anyMatch(device -> !hasSuccessor(id, all, now));
  }

  private static boolean hasSuccessor(String id, Collection<DeviceStanding> all, long now) {
    return all.stream().anyMatch(device -> id.equals(device.renews) && device.isUsable(now));
  }
}
