package org.sekisho.devicecertificate.own;

import java.util.List;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.own.EnrolmentRight.Obstacle;
import org.sekisho.devicecertificate.rules.DeviceRules;

/**
 * What the portal's page of devices shows.
 *
 * @param available whether the tenant has devices at all
 * @param limit devices that the user may have at once
 */
record OwnDevicesView(
    boolean available,
    int limit,
    List<DeviceView> devices,
    Enrolment enrolment,
    List<Waiting> invitations) {

  /** Whether a device can be enrolled now, and what stands in the way; null for nothing. */
  record Enrolment(boolean allowed, Obstacle obstacle) {}

  /** An enrolment that waits. */
  record Waiting(String id, String deviceName, String state, long expiresAt) {

    static Waiting of(EnrolmentEntity enrolment) {
      return new Waiting(
          enrolment.id, enrolment.deviceName, enrolment.state.name(), enrolment.expiresAt);
    }
  }

  /** Where there are no devices the portal's menu asks all the same: nothing is looked for. */
  static OwnDevicesView of(OwnDevices own) {
    DeviceRules rules = own.rules();
    return rules.available() ? available(own, rules) : none(rules);
  }

  private static OwnDevicesView none(DeviceRules rules) {
    return new OwnDevicesView(
        false,
        rules.settings().devicesPerUser(),
        List.of(),
        new Enrolment(false, Obstacle.NOT_AVAILABLE),
        List.of());
  }

  private static OwnDevicesView available(OwnDevices own, DeviceRules rules) {
    String thisDevice = own.thisDevice().orElse(null);
    List<DeviceEntity> all = own.all();
    Obstacle obstacle = own.obstacle(all, false);
    return new OwnDevicesView(
        true,
        rules.settings().devicesPerUser(),
        all.stream().map(device -> DeviceView.of(device, all, thisDevice, own.now())).toList(),
        new Enrolment(obstacle == null, obstacle),
        new Enrolments(own.session(), own.caller().realm())
            .open(own.caller().user().getId(), own.now()).stream().map(Waiting::of).toList());
  }
}
