package org.sekisho.devicecertificate.platform;

import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.EnrolmentMethod;

/**
 * Where a certificate is used for the first time: on the platform whose browser made its key. A
 * file that was made on one device and imported on another is refused there, once and for all: what
 * is not used on its own device within a day is revoked. Pure.
 */
public final class FirstContact {

  private FirstContact() {}

  /** Whether a use may be the first one; later ones are not looked at. */
  public static boolean admits(DeviceEntity device, Platform now) {
    return device.state != DeviceState.ISSUED || admits(device.method, device.enrolledOn, now);
  }

  /**
   * Whether the platforms may be those of one device. Requests and scripts are made wherever the
   * expert is, so they say nothing.
   *
   * @param enrolledOn the platform of the browser that asked for the certificate; null where it was
   *     issued before this was kept
   */
  static boolean admits(EnrolmentMethod method, Platform enrolledOn, Platform now) {
    return method != EnrolmentMethod.BROWSER
        || enrolledOn == null
        || enrolledOn.mayBeSameDevice(now);
  }
}
