package org.sekisho.devicecertificate.listener;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void whatIsTooManyInASecondIsRefusedAndTheNextSecondIsFree() {
    Rate rate = new Rate(2);
    rate.require(SECOND);
    rate.require(SECOND + 1);
    assertThatThrownBy(() -> rate.require(SECOND + 2)).isInstanceOf(IllegalStateException.class);
    assertThatCode(() -> rate.require(2 * SECOND)).doesNotThrowAnyException();
  }
}
