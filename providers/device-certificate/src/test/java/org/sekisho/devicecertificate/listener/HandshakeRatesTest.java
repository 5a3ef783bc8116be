package org.sekisho.devicecertificate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandshakeRatesTest {

  private static final long SECOND = 1_000_000_000;

  private final HandshakeRates rates = new HandshakeRates(10, 25);

  private long admitted(String tenant, long nanos) {
    return IntStream.range(0, 1_000).filter(i -> rates.admits(tenant, nanos)).count();
  }

  @Test
  void whoFloodsOneTenantsHostKeepsNoOtherTenantsDevicesOut() {
    assertThat(admitted("flooded", 1)).isEqualTo(10);
    assertThat(admitted("other", 1)).isEqualTo(10);
    assertThat(admitted("flooded", 1 + SECOND)).as("the next second").isEqualTo(10);
  }

  @Test
  void allTogetherHaveALimitTooThatWhatIsRefusedDoesNotUseUp() {
    admitted("a", 1);
    admitted("b", 1);
    assertThat(admitted("c", 1)).isEqualTo(5);
    assertThat(admitted("d", 1)).isZero();
  }
}
