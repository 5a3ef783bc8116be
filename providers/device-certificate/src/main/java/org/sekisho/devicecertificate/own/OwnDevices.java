package org.sekisho.devicecertificate.own;

import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.sekisho.core.DeviceRegister;
import org.sekisho.core.PortalCaller;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.SessionProof;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.own.EnrolmentRight.Obstacle;
import org.sekisho.devicecertificate.rules.DeviceRules;

/**
 * What is known of the caller's devices in one request.
 *
 * @param listening whether the server has a listener, without which no device gets in
 */
record OwnDevices(KeycloakSession session, PortalCaller caller, boolean listening) {

  long now() {
    return Time.currentTimeMillis();
  }

  DeviceRules rules() {
    DeviceRules rules = DeviceRules.of(caller.realm());
    return listening ? rules : rules.notAvailable();
  }

  Devices devices() {
    return new Devices(session, caller.realm());
  }

  List<DeviceEntity> all() {
    return devices().of(caller.user().getId());
  }

  /** The device that the session was opened with, where it still opens the door. */
  Optional<String> thisDevice() {
    return ProvenDevice.of(caller.userSession())
        .filter(device -> session.getProvider(DeviceRegister.class).admits(caller.realm(), device))
        .map(ProvenDevice::deviceId);
  }

  /**
   * What keeps the user from enrolling; null for nothing.
   *
   * @param all the user's devices
   */
  Obstacle obstacle(List<DeviceEntity> all, boolean renewal) {
    return EnrolmentRight.obstacle(
        rules(),
        Devices.usable(all, now()),
        thisDevice().isPresent(),
        SessionProof.of(caller.userSession()),
        renewal,
        now());
  }
}
