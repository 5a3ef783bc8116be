package org.sekisho.devicecertificate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.core.Faults;

class DeviceSettingsTest {

  private static final long NOW = 1_790_000_000_000L;
  private static final long LATEST = NOW + DeviceSettings.LONGEST_GRACE.toMillis();

  private static DeviceSettings read(Map<String, String> attributes) {
    return DeviceSettings.of(attributes::get, NOW);
  }

  @Test
  void whereNothingIsSetTheUsualCounts() {
    assertThat(read(Map.of())).isEqualTo(DeviceSettings.USUAL);
    assertThat(DeviceSettings.USUAL)
        .isEqualTo(new DeviceSettings(5, 397, 24, false, false, false, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, 1",
    "limit, 21, 20",
    "limit, 9999999999, 20",
    "limit, many, 5",
    "life-days, 29, 30",
    "life-days, 1097, 1096",
    "invitation-hours, 0, 1",
    "invitation-hours, 73, 72"
  })
  void aNumberOutOfRangeIsReadAsTheNearestBoundAndNonsenseAsTheUsual(
      String attribute, String value, int read) {
    DeviceSettings settings = read(Map.of("sekisho.devices." + attribute, value));
    int found =
        switch (attribute) {
          case "limit" -> settings.devicesPerUser();
          case "life-days" -> settings.certificateDays();
          default -> settings.invitationHours();
        };
    assertThat(found).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"-1", "x", "9223372036854775807"})
  void aWindowThatIsNoneIsClosed(String until) {
    assertThat(read(Map.of("sekisho.devices.first-device-until", until)).firstDeviceUntil())
        .isZero();
  }

  @Test
  void aWindowEndsAfterNinetyDaysAtTheLatest() {
    String name = "sekisho.devices.first-device-until";
    assertThat(read(Map.of(name, String.valueOf(LATEST))).firstDeviceUntil()).isEqualTo(LATEST);
    assertThat(read(Map.of(name, String.valueOf(LATEST + 1))).firstDeviceUntil()).isZero();
  }

  @Test
  void whereKeysMustBeInHardwareTheServerMakesNone() {
    assertThat(
            read(Map.of(
                    "sekisho.devices.hardware-required",
                    "true",
                    "sekisho.devices.server-made",
                    "true"))
                .serverMade())
        .isFalse();
  }

  @Test
  void whatIsWrittenIsRead() {
    DeviceSettings settings =
        new DeviceSettings(7, 90, 48, true, false, true, NOW + Duration.ofDays(3).toMillis());
    Map<String, String> attributes = new HashMap<>();
    settings.write(attributes::put);
    assertThat(read(attributes)).isEqualTo(settings);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("devicesPerUser", new DeviceSettings(0, 397, 24, false, false, false, 0)),
        Arguments.of("devicesPerUser", new DeviceSettings(21, 397, 24, false, false, false, 0)),
        Arguments.of("certificateDays", new DeviceSettings(5, 29, 24, false, false, false, 0)),
        Arguments.of("certificateDays", new DeviceSettings(5, 1_097, 24, false, false, false, 0)),
        Arguments.of("invitationHours", new DeviceSettings(5, 397, 0, false, false, false, 0)),
        Arguments.of("invitationHours", new DeviceSettings(5, 397, 73, false, false, false, 0)),
        Arguments.of("serverMade", new DeviceSettings(5, 397, 24, false, true, true, 0)),
        Arguments.of(
            "firstDeviceUntil", new DeviceSettings(5, 397, 24, false, false, false, LATEST + 1)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatACallerWishesIsHeldAgainstTheRanges(String member, DeviceSettings wish) {
    Faults faults = new Faults();
    wish.check(faults, NOW);
    assertThat(faults.found()).extracting(Faults.Fault::member).containsExactly(member);
  }

  @Test
  void theUsualIsRight() {
    Faults faults = new Faults();
    DeviceSettings.USUAL.check(faults, NOW);
    assertThat(faults.found()).isEmpty();
  }
}
