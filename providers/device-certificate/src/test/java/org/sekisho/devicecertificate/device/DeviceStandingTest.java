package org.sekisho.devicecertificate.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.devicecertificate.device.DeviceState.ACTIVE;
import static org.sekisho.devicecertificate.device.DeviceState.ISSUED;
import static org.sekisho.devicecertificate.device.DeviceState.REVOKED;
import static org.sekisho.devicecertificate.device.DeviceState.SUPERSEDED;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceStandingTest {

  private static final long NOW = 1_000;

  private static DeviceStanding device(String id, DeviceState state, String renews) {
    Long until = state == SUPERSEDED ? NOW + 1 : null;
    return new DeviceStanding(id, state, renews, until, 1, NOW + 1);
  }

  private static boolean isRenewable(String id, DeviceStanding... all) {
    return DeviceStanding.isRenewable(id, List.of(all), NOW);
  }

  private static long usable(DeviceStanding... all) {
    return DeviceStanding.usable(List.of(all), NOW);
  }

  @Test
  void whatOpensTheDoorIsRenewedOnce() {
    DeviceStanding old = device("old", ACTIVE, null);
    assertThat(isRenewable("old", old)).isTrue();
    assertThat(isRenewable("old", old, device("other", ACTIVE, null))).isTrue();
    assertThat(isRenewable("old", old, device("new", ISSUED, "old"))).isFalse();
    assertThat(isRenewable("old", old, device("new", ACTIVE, "old"))).isFalse();
    assertThat(isRenewable("old", device("old", SUPERSEDED, null))).isFalse();
  }

  @Test
  void whatNeverCameToUseStandsInNobodysWay() {
    DeviceStanding old = device("old", ACTIVE, null);
    assertThat(isRenewable("old", old, device("lost", REVOKED, "old"))).isTrue();
  }

  @Test
  void whatOpensNothingIsNotRenewed() {
    assertThat(isRenewable("old")).isFalse();
    assertThat(isRenewable("old", device("old", REVOKED, null))).isFalse();
    assertThat(isRenewable("old", new DeviceStanding("old", ACTIVE, null, null, 1, NOW))).isFalse();
  }

  @Test
  void theNewOneIsNotRenewedWhileTheOldOneOpensTheDoor() {
    DeviceStanding fresh = device("new", ACTIVE, "old");
    assertThat(isRenewable("new", device("old", SUPERSEDED, null), fresh)).isFalse();
    assertThat(isRenewable("new", device("old", REVOKED, null), fresh)).isTrue();
  }

  @Test
  void aCertificateAndTheOneThatRenewsItAreOneDevice() {
    DeviceStanding other = device("other", ACTIVE, null);
    assertThat(usable(other, device("old", ACTIVE, null), device("new", ISSUED, "old")))
        .isEqualTo(2);
    assertThat(usable(other, device("old", SUPERSEDED, null), device("new", ACTIVE, "old")))
        .isEqualTo(2);
    assertThat(usable(other, device("old", ACTIVE, null), device("lost", REVOKED, "old")))
        .isEqualTo(2);
    assertThat(usable(device("old", REVOKED, null))).isZero();
  }
}
