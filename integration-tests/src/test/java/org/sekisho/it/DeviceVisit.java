package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The beginning of a sign-in from outside, where a login policy asks for a device. */
final class DeviceVisit {

  private DeviceVisit() {}

  /** Gives the user ID, and shows the certificate of the device; null for none. */
  static HttpBrowser begin(TestDevice device, TestUser user) {
    return From.OUTSIDE
        .browser()
        .withDevice(device)
        .open(user.tenant().menuUrl())
        .submit(Map.of("username", user.userId()));
  }

  /** What is wrong with the device; no password may be asked for then. */
  static String fault(HttpBrowser browser) {
    assertThat(browser.shows("password")).as("a password is asked for").isFalse();
    return browser.page().select("#sk-device-fault").attr("data-fault");
  }
}
