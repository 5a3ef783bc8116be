package org.sekisho.historyseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {

  @Test
  void theJdkReadsVersionAndVariant() {
    UUID id = UUID.fromString(UuidV7.next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void eachIsGreaterThanTheOneBefore() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      ids.add(UuidV7.next());
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aClockThatGoesBackIsWaitedOut() {
    long ahead = UuidV7.nextTick(System.currentTimeMillis());
    assertThat(UuidV7.nextTick(0)).isGreaterThan(ahead);
  }

  @Test
  void itTellsWhenItWasMade() {
    long before = System.currentTimeMillis();
    assertThat(UuidV7.timeOf(UuidV7.lowestAt(1_795_478_400_123L))).isEqualTo(1_795_478_400_123L);
    assertThat(UuidV7.timeOf(UuidV7.next())).isBetween(before, before + 60_000);
    assertThat(UuidV7.lowestAt(before)).isLessThan(UuidV7.next());
    assertThatThrownBy(() -> UuidV7.timeOf(UUID.randomUUID().toString()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRestIsRandom() {
    Set<String> rests = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      rests.add(UuidV7.next().substring(20));
    }
    assertThat(rests).hasSize(1_000);
  }
}
