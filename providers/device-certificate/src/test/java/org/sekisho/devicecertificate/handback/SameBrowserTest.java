package org.sekisho.devicecertificate.handback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameBrowserTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, ::ffff:192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::1, 2001:db8::ffff:1, true",
    "2001:db8:0:1::1, 2001:db8:0:2::1, false",
    "192.0.2.1, 2001:db8::1, false",
    "::192.0.2.1, 192.0.2.1, false",
    "somewhere, somewhere, false",
    "somewhere, 192.0.2.1, false",
    ", , false"
  })
  void addressesOfOneDevice(String one, String other, boolean same) {
    assertThat(SameBrowser.address(one, other)).isEqualTo(same);
    assertThat(SameBrowser.address(other, one)).isEqualTo(same);
  }

  @Test
  void agentsDifferByTheirText() {
    assertThat(SameBrowser.agent("Edge")).isEqualTo(SameBrowser.agent("Edge"));
    assertThat(SameBrowser.agent("Edge")).isNotEqualTo(SameBrowser.agent("edge"));
    assertThat(SameBrowser.agent(null)).hasSize(64);
  }
}
