package org.sekisho.devicecertificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  @Test
  void allAddressesOfAnIpv6HostAreOneCaller() {
    limit.admits("2001:db8:1:2::1", 0);
    limit.admits("2001:db8:1:2:ffff::2", 0);
    assertThat(limit.admits("2001:db8:1:2:a:b:c:d", 0)).isFalse();
    assertThat(limit.admits("2001:db8:1:3::1", 0)).isTrue();
  }

  @Test
  void anIpv4AddressWrittenAsIpv6IsTheSameCaller() {
    limit.admits("192.0.2.1", 0);
    limit.admits("::ffff:192.0.2.1", 0);
    assertThat(limit.admits("192.0.2.1", 0)).isFalse();
  }

  @Test
  void nobodyIsForgottenHoweverManyCall() {
    limit.admits("192.0.2.1", 0);
    limit.admits("192.0.2.1", 0);
    fill(PerMinuteLimit.MOST_CALLERS + 20_000);
    assertThat(limit.admits("192.0.2.1", 1)).isFalse();
    assertThat(limit.admits("192.0.2.1", 60_000)).isTrue();
  }

  @Test
  void whereTooManyCallNewcomersAreCountedWithTheirNetworkAndOthersGetIn() {
    fill(PerMinuteLimit.MOST_CALLERS);
    assertThat(admitted(IntStream.range(0, 40_000).mapToObj(i -> flooding(80_000 + i))))
        .as("one network, whatever its addresses")
        .isLessThanOrEqualTo(2);
    assertThat(admitted(IntStream.range(0, 100).mapToObj(i -> "198.51.%d.7".formatted(i))))
        .as("everybody else, but for those who meet others in their counter")
        .isGreaterThanOrEqualTo(90);
    assertThat(admitted(IntStream.range(0, 200).mapToObj(i -> "203.0.113." + i)))
        .isLessThanOrEqualTo(2);
  }

  private long admitted(Stream<String> addresses) {
    return addresses.filter(address -> limit.admits(address, 1)).count();
  }

  private void fill(int callers) {
    for (int i = 0; i < callers; i++) {
      limit.admits(flooding(i), 0);
    }
  }

  /** From number 65,536 on of another /48. */
  private static String flooding(int number) {
    return "2001:db8:%x:%x::1".formatted(number / 65_536, number % 65_536);
  }
}
