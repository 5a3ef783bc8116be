package org.sekisho.devicecertificate.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.devicecertificate.own.EnrolmentRight.Obstacle;
import org.sekisho.devicecertificate.rules.DeviceRules;
import org.sekisho.devicecertificate.rules.DeviceSettings;

class EnrolmentRightTest {

  private static final long NOW = 1_800_000_000_000L;

  private static Obstacle obstacle(
      boolean available,
      long usable,
      boolean byDevice,
      long provenSecondsAgo,
      boolean renewal,
      long firstDeviceUntil) {
    ProvenFactors proven = ProvenFactors.NONE.with(Factor.PASSWORD, NOW / 1_000 - provenSecondsAgo);
    return EnrolmentRight.obstacle(
        rules(available, firstDeviceUntil), usable, byDevice, proven, renewal, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    // available, devices, by device, proven seconds ago, renewal, what stands in the way
    "true, 1, true, 10, false, ",
    "true, 1, true, 300, false, ",
    "true, 1, true, 301, false, FRESH_SIGN_IN_NEEDED",
    "true, 1, false, 10, false, DEVICE_SESSION_NEEDED",
    "true, 0, false, 10, false, DEVICE_SESSION_NEEDED",
    "true, 5, true, 10, false, LIMIT_REACHED",
    "true, 5, true, 10, true, ",
    "true, 6, true, 10, false, LIMIT_REACHED",
    "true, 4, true, 10, false, ",
    "false, 0, true, 10, false, NOT_AVAILABLE"
  })
  void aStolenPasswordEnrolsNothing(
      boolean available,
      long usable,
      boolean byDevice,
      long secondsAgo,
      boolean renewal,
      Obstacle expected) {
    assertThat(obstacle(available, usable, byDevice, secondsAgo, renewal, 0)).isEqualTo(expected);
  }

  @Test
  void theFirstDeviceIsFreeWhileTheTenantSaysSo() {
    assertThat(obstacle(true, 0, false, 10, false, NOW + 1)).isNull();
    assertThat(obstacle(true, 0, false, 10, false, NOW)).isEqualTo(Obstacle.DEVICE_SESSION_NEEDED);
    assertThat(obstacle(true, 1, false, 10, false, NOW + 1))
        .isEqualTo(Obstacle.DEVICE_SESSION_NEEDED);
    assertThat(obstacle(true, 0, false, 400, false, NOW + 1))
        .isEqualTo(Obstacle.FRESH_SIGN_IN_NEEDED);
  }

  /** A certificate is shown silently, whenever a page asks for it. */
  @Test
  void aCertificateThatWasShownLatelyIsNoFreshSignIn() {
    long now = NOW / 1_000;
    ProvenFactors proven =
        ProvenFactors.NONE
            .with(Factor.PASSWORD, now - 301)
            .with(Factor.SMS, now - 301)
            .with(Factor.DEVICE_CERTIFICATE, now - 1);
    assertThat(EnrolmentRight.obstacle(rules(true, 0), 1, true, proven, false, NOW))
        .isEqualTo(Obstacle.FRESH_SIGN_IN_NEEDED);
    ProvenFactors typed = proven.with(Factor.PASSWORD, now - 299);
    assertThat(EnrolmentRight.obstacle(rules(true, 0), 1, true, typed, false, NOW)).isNull();
  }

  @Test
  void whoHasProvenNothingEnrolsNothing() {
    assertThat(EnrolmentRight.obstacle(rules(true, 0), 1, true, ProvenFactors.NONE, false, NOW))
        .isEqualTo(Obstacle.FRESH_SIGN_IN_NEEDED);
  }

  private static DeviceRules rules(boolean available, long firstDeviceUntil) {
    return new DeviceRules(
        available, new DeviceSettings(5, 397, 24, false, false, false, firstDeviceUntil));
  }
}
