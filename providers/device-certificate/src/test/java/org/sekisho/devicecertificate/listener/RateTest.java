package org.sekisho.devicecertificate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void whatIsTooManyInASecondIsRefusedAndTheNextSecondIsFree() {
    Rate rate = new Rate(2);
    assertThat(rate.admits(SECOND)).isTrue();
    assertThat(rate.admits(SECOND + 1)).isTrue();
    assertThat(rate.admits(SECOND + 2)).isFalse();
    assertThat(rate.admits(2 * SECOND)).isTrue();
  }

  @Test
  void theClockMayBeginBelowZero() {
    Rate rate = new Rate(1);
    assertThat(rate.admits(-9 * SECOND)).isTrue();
    assertThat(rate.admits(-9 * SECOND + 1)).isFalse();
    assertThat(rate.admits(-8 * SECOND)).isTrue();
  }
}
