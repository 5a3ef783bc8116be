package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.smsotp.KnownCounts.Known;

class KnownCountsTest {

  private static final long NOW = 100_000;
  private static final long START = NOW - 86_400;
  private static final int MANY = KnownCounts.WORTH_KEEPING;

  private final KnownCounts counts = new KnownCounts();

  private void learn(String key, int more, long now) {
    counts.learn(key, counts.of(key, START, now), more, now);
  }

  @Test
  void ofWhatWasNeverCountedTheWholeWindowIsToBeCounted() {
    assertThat(counts.of("a", START, NOW)).isEqualTo(new Known(0, START, NOW));
  }

  @Test
  void fewAreCountedEachTime() {
    learn("a", MANY - 1, NOW);
    assertThat(counts.of("a", START, NOW)).isEqualTo(new Known(0, START, NOW));
  }

  @Test
  void ofManyThoseOfTheLastMinuteAreCountedEachTimeBecauseRowsMayComeLate() {
    learn("a", MANY, NOW);
    assertThat(counts.of("a", START, NOW + 10)).isEqualTo(new Known(MANY, NOW - 60, NOW));
    assertThat(counts.of("b", START, NOW + 10).before()).isZero();
  }

  @Test
  void whereMoreComeTheyAreAdded() {
    learn("a", MANY, NOW);
    learn("a", MANY - 1, NOW + 90);
    assertThat(counts.of("a", START, NOW + 90)).isEqualTo(new Known(MANY, NOW - 60, NOW));
    learn("a", MANY, NOW + 100);
    assertThat(counts.of("a", START, NOW + 100)).isEqualTo(new Known(2 * MANY, NOW + 40, NOW));
  }

  @Test
  void afterFiveMinutesTheWholeWindowIsCountedAgain() {
    learn("a", MANY, NOW);
    learn("a", MANY, NOW + 200);
    assertThat(counts.of("a", START, NOW + 299).before()).isEqualTo(2 * MANY);
    assertThat(counts.of("a", START, NOW + 300)).isEqualTo(new Known(0, START, NOW + 300));
  }

  @Test
  void whereAWholeWindowHoldsFewNothingIsRememberedOfIt() {
    learn("a", MANY, NOW);
    counts.learn("a", Known.nothing(START, NOW + 1), MANY - 1, NOW + 1);
    assertThat(counts.of("a", START, NOW + 1).before()).isZero();
  }
}
