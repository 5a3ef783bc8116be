package org.sekisho.devicecertificate.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.core.Faults;

class DeviceNamesTest {

  @Test
  void blanksAroundAreDropped() {
    Faults faults = new Faults();
    assertThat(DeviceNames.check("  青木のノートPC\u3000", "name", faults)).isEqualTo("青木のノートPC");
    assertThatCode(() -> faults.refuse("request-invalid", "x")).doesNotThrowAnyException();
  }

  @Test
  void sixtyCharactersAreNotTooMany() {
    Faults faults = new Faults();
    String name = "端".repeat(60);
    assertThat(DeviceNames.check(name, "name", faults)).isEqualTo(name);
    assertThat(faults.found()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\nb",
        "a\u202Eb",
        "a\u0000",
        "a\u2028b",
        "a\u2029b",
        "a\uD83Db",
        "1234567890123456789012345678901234567890123456789012345678901"
      })
  void whatWouldMisleadIsRefused(String name) {
    Faults faults = new Faults();
    DeviceNames.check(name, "name", faults);
    assertThatThrownBy(() -> faults.refuse("request-invalid", "x")).isNotNull();
  }
}
