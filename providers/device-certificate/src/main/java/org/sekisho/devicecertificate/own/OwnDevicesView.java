package org.sekisho.devicecertificate.own;

import java.util.ArrayList;
import java.util.List;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.own.EnrolmentRight.Obstacle;
import org.sekisho.devicecertificate.rules.DeviceRules;

/**
 * What the portal's page of devices shows.
 *
 * @param available whether there is something to show: the tenant has the option, or the user has
 *     devices that are left of it
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

  static OwnDevicesView of(OwnDevices own) {
    DeviceRules rules = own.rules();
    if (rules.available()) {
      return shown(own, rules, own.all());
    }
    // They go on opening the door: the user must see them and be able to revoke them.
    List<DeviceEntity> left =
        own.all().stream().filter(device -> device.expiresAt > own.now()).toList();
    return left.isEmpty() ? none(rules) : shown(own, rules, left);
  }

  private static OwnDevicesView none(DeviceRules rules) {
    return new OwnDevicesView(
        false,
        rules.settings().devicesPerUser(),
        List.of(),
        new Enrolment(false, Obstacle.NOT_AVAILABLE),
        List.of());
  }

  private static OwnDevicesView shown(OwnDevices own, DeviceRules rules, List<DeviceEntity> all) {
    Obstacle obstacle = own.obstacle(all, false);
    return new OwnDevicesView(
        true,
        rules.settings().devicesPerUser(),
        views(own, rules, all),
        new Enrolment(obstacle == null, obstacle),
        rules.available() ? waiting(own) : List.of());
  }

  private static List<DeviceView> views(OwnDevices own, DeviceRules rules, List<DeviceEntity> all) {
    String thisDevice = own.thisDevice().orElse(null);
    long now = own.now();
    List<DeviceView> views = new ArrayList<>();
    for (DeviceEntity device : all) {
      boolean here = device.id.equals(thisDevice);
      boolean renewable = rules.available() && here && DeviceView.isRenewable(device, all, now);
      views.add(DeviceView.of(device, here, renewable, now));
    }
    return views;
  }

  private static List<Waiting> waiting(OwnDevices own) {
    return new Enrolments(own.session(), own.caller().realm())
        .open(own.caller().user().getId(), own.now()).stream().map(Waiting::of).toList();
  }
}
