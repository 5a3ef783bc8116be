package org.sekisho.devicecertificate.rules;

import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Tenant;

/**
 * How a tenant deals with devices.
 *
 * @param available whether the tenant has the option
 */
public record DeviceRules(boolean available, DeviceSettings settings) {

  public static DeviceRules of(RealmModel realm) {
    return new DeviceRules(
        Tenant.of(realm).filter(Tenant::hasDevices).isPresent(),
        DeviceSettings.of(realm::getAttribute, Time.currentTimeMillis()));
  }

  /** As where the server has no listener: what is set stays, and nothing can be done with it. */
  public DeviceRules notAvailable() {
    return new DeviceRules(false, settings);
  }

  /** Whether a user without a device may enrol the first one without being invited. */
  public boolean admitFirstDevice(long now) {
    return now < settings.firstDeviceUntil();
  }
}
