package org.sekisho.devicecertificate.device;

import org.keycloak.models.RealmModel;
import org.sekisho.core.Tenant;

/**
 * How a tenant deals with devices.
 *
 * @param available whether the tenant has the option
 * @param limit devices that a user may have at once, 1 to 20
 * @param lifeDays how long a certificate is valid, 30 to 1,096 days (three years)
 * @param serverMade whether the server may make keys, for devices that can do no better
 * @param firstDeviceUntil until when users may enrol a first device themselves, in milliseconds
 *     since the epoch; 0 for never
 */
public record DeviceRules(
    boolean available, int limit, int lifeDays, boolean serverMade, long firstDeviceUntil) {

  public static final String LIMIT = "sekisho.devices.limit";
  public static final String LIFE_DAYS = "sekisho.devices.life-days";
  public static final String SERVER_MADE = "sekisho.devices.server-made";
  public static final String FIRST_DEVICE_UNTIL = "sekisho.devices.first-device-until";

  public static final int USUAL_LIMIT = 5;
  public static final int USUAL_LIFE_DAYS = 397;

  public static DeviceRules of(RealmModel realm) {
    return new DeviceRules(
        Tenant.of(realm).filter(Tenant::hasDevices).isPresent(),
        realm.getAttribute(LIMIT, USUAL_LIMIT),
        realm.getAttribute(LIFE_DAYS, USUAL_LIFE_DAYS),
        realm.getAttribute(SERVER_MADE, false),
        realm.getAttribute(FIRST_DEVICE_UNTIL, 0L));
  }

  /** Whether a user without a device may enrol the first one without being invited. */
  public boolean admitFirstDevice(long now) {
    return now < firstDeviceUntil;
  }
}
