package org.sekisho.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedNetworksTest {

  private static final IpAddress OFFICE = IpAddress.parse("203.0.113.5").orElseThrow();
  private static final IpAddress EVENT = IpAddress.parse("198.51.100.5").orElseThrow();

  private final TrustedNetworks networks =
      new TrustedNetworks(
          List.of(
              new TrustedNetwork(Network.parse("203.0.113.0/24").orElseThrow(), "本社", null),
              new TrustedNetwork(Network.parse("198.51.100.0/24").orElseThrow(), "催事", 1_000L)));

  @Test
  void anEntryEndsAtItsTimeAndNotBefore() {
    assertThat(networks.contains(EVENT, 999)).isTrue();
    assertThat(networks.contains(EVENT, 1_000)).isFalse();
    assertThat(networks.contains(OFFICE, 1_000)).isTrue();
  }

  @Test
  void aQuestionAboutThePastIsAnsweredForThePast() {
    assertThat(networks.contains(EVENT, 5_000)).isFalse();
    assertThat(networks.contains(EVENT, 500)).isTrue();
    assertThat(networks.contains(EVENT, 5_000)).isFalse();
  }

  @Test
  void theEntryIsNamed() {
    assertThat(networks.matching(OFFICE, 0)).map(TrustedNetwork::comment).contains("本社");
    assertThat(networks.matching(EVENT, 2_000)).isEmpty();
  }
}
