package org.sekisho.devicecertificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerMinuteLimitTest {

  private final PerMinuteLimit limit = new PerMinuteLimit(2);

  @Test
  void eachAddressHasItsOwnLimit() {
    assertThat(limit.admits("192.0.2.1", 0)).isTrue();
    assertThat(limit.admits("192.0.2.1", 1)).isTrue();
    assertThat(limit.admits("192.0.2.1", 2)).isFalse();
    assertThat(limit.admits("192.0.2.2", 2)).isTrue();
  }

  @Test
  void theNextMinuteIsFree() {
    limit.admits("192.0.2.1", 0);
    limit.admits("192.0.2.1", 0);
    assertThat(limit.admits("192.0.2.1", 59_999)).isFalse();
    assertThat(limit.admits("192.0.2.1", 60_000)).isTrue();
  }
}
