package org.sekisho.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkSetTest {

  @Test
  void anEmptySetHoldsNothing() {
    assertThat(NetworkSet.of(List.of()).contains(address("203.0.113.1"))).isFalse();
  }

  @Test
  void nestedAndNeighbouringBlocksAreOneRange() {
    NetworkSet set =
        NetworkSet.of(
            List.of(network("10.0.0.0/8"), network("10.1.0.0/16"), network("11.0.0.0/8")));

    assertThat(set.contains(address("10.200.0.1"))).isTrue();
    assertThat(set.contains(address("11.255.255.255"))).isTrue();
    assertThat(set.contains(address("12.0.0.0"))).isFalse();
    assertThat(set.contains(address("9.255.255.255"))).isFalse();
  }

  /** The fast search against the plain one, over both families. */
  @Test
  void theSearchAgreesWithLookingAtEachBlock() {
    Random random = new Random(20261124);
    for (int round = 0; round < 200; round++) {
      List<Network> networks = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++) {
        networks.add(randomNetwork(random));
      }
      NetworkSet set = NetworkSet.of(networks);
      for (int i = 0; i < 100; i++) {
        IpAddress address = randomAddress(random);
        boolean plain = networks.stream().anyMatch(network -> network.contains(address));
        assertThat(set.contains(address)).as("%s in %s", address, networks).isEqualTo(plain);
      }
    }
  }

  /** Few distinct values, so that blocks and addresses meet. */
  private static IpAddress randomAddress(Random random) {
    return random.nextBoolean()
        ? new IpAddress(IpAddress.V4, 0, 0xcb007100L + random.nextInt(512))
        : new IpAddress(
            IpAddress.V6, 0xffff_0000_0000_0000L + random.nextInt(3), random.nextLong());
  }

  private static Network randomNetwork(Random random) {
    IpAddress address = randomAddress(random);
    return address.bits() == IpAddress.V4
        ? new Network(address, 22 + random.nextInt(11))
        : new Network(address, 62 + random.nextInt(67));
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
