package org.sekisho.loginhistory.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Windows, 10, '\"15.0.0\"', 11",
        "Windows, 10, '\"13.0.0\"', 11",
        "Windows, 10, '\"10.0.0\"', 10",
        "Windows, 10, -, 10",
        "Windows, 10, nonsense, 10",
        "Mac OS X, 10.15, '\"15.0.0\"', 10.15",
      })
  void theClientHintTellsWindows11(String os, String version, String hint, String seen) {
    Device told = new Device("Edge", "141", os, version, false);
    assertThat(told.withPlatformVersion(hint).osVersion()).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({"Other", "''"})
  void whatIsNotKnownIsNotSaid(String name) {
    assertThat(new Device(name, null, name, null, false).isKnown()).isFalse();
  }
}
