package org.sekisho.devicecertificate.own;

import java.time.Duration;
import java.util.List;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceStanding;

/**
 * A device as its user sees it. Times are milliseconds since the epoch.
 *
 * @param state {@code ISSUED}, {@code ACTIVE}, {@code SUPERSEDED}, {@code REVOKED} or {@code
 *     EXPIRED}
 * @param thisDevice whether the present session was opened with it
 * @param renewable whether its certificate can be renewed by now, from the present session
 */
record DeviceView(
    String id,
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
    boolean thisDevice,
    boolean renewable) {

  /** How long before its expiry a certificate can be renewed. */
  static final Duration RENEWABLE = Duration.ofDays(30);

  static DeviceView of(DeviceEntity device, boolean thisDevice, boolean renewable, long now) {
    boolean expired = device.state.opens() && now >= device.expiresAt;
    return new DeviceView(
        device.id,
        device.name,
        device.platform,
        device.method.name(),
        device.method.isHardwareBound(),
        expired ? "EXPIRED" : device.state.name(),
        device.serial,
        device.issuedAt,
        device.expiresAt,
        device.lastUsedAt,
        device.revokedAt,
        thisDevice,
        renewable);
  }

  static boolean isRenewable(DeviceEntity device, List<DeviceEntity> all, long now) {
    return device.expiresAt - now <= RENEWABLE.toMillis()
        && DeviceStanding.isRenewable(
            device.id, all.stream().map(DeviceStanding::of).toList(), now);
  }
}
