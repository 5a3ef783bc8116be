package org.sekisho.devicecertificate.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.EnrolmentMethod;

/** Where a certificate is used for the first time. */
class FirstContactTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "BROWSER, WINDOWS, WINDOWS, true",
        "BROWSER, WINDOWS, IOS, false",
        "BROWSER, WINDOWS, MACOS, false",
        "BROWSER, MACOS, IOS, true",
        "BROWSER, LINUX, ANDROID, true",
        "BROWSER, WINDOWS, UNKNOWN, true",
        "BROWSER, UNKNOWN, IOS, true",
        "BROWSER, -, IOS, true",
        "REQUEST, WINDOWS, LINUX, true",
        "SCRIPT, LINUX, WINDOWS, true"
      })
  void mustBeOnThePlatformWhoseBrowserMadeTheKey(
      EnrolmentMethod method, Platform enrolledOn, Platform now, boolean admitted) {
    assertThat(FirstContact.admits(method, enrolledOn, now)).isEqualTo(admitted);
  }

  @Test
  void isTheFirstOneOnly() {
    DeviceEntity device = new DeviceEntity();
    device.method = EnrolmentMethod.BROWSER;
    device.enrolledOn = Platform.WINDOWS;
    device.state = DeviceState.ISSUED;
    assertThat(FirstContact.admits(device, Platform.ANDROID)).isFalse();
    device.state = DeviceState.ACTIVE;
    assertThat(FirstContact.admits(device, Platform.ANDROID)).isTrue();
  }
}
