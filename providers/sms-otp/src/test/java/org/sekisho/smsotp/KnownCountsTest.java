package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.smsotp.KnownCounts.Known;

class KnownCountsTest {

  private static final long NOW = 100_000;
  private static final long START = NOW - 86_400;
  private static final int MANY = KnownCounts.WORTH_KEEPING;

  private final KnownCounts counts = new KnownCounts();

  @Test
  void ofWhatWasNeverCountedTheWholeWindowIsToBeCounted() {
    assertThat(counts.of("a", START, NOW)).isEqualTo(new Known(0, START));
  }

  @Test
  void fewAreCountedEachTime() {
    counts.learn("a", MANY - 1, NOW);
    assertThat(counts.of("a", START, NOW)).isEqualTo(new Known(0, START));
  }

  @Test
  void ofManyThoseOfTheLastMinuteAreCountedAgainBecauseRowsMayComeLate() {
    counts.learn("a", MANY, NOW);
    assertThat(counts.of("a", START, NOW + 10)).isEqualTo(new Known(MANY, NOW - 60));
    assertThat(counts.of("b", START, NOW + 10)).isEqualTo(new Known(0, START));
  }

  @Test
  void afterFiveMinutesTheWholeWindowIsCountedAgain() {
    counts.learn("a", MANY, NOW);
    assertThat(counts.of("a", START, NOW + 299).before()).isEqualTo(MANY);
    assertThat(counts.of("a", START, NOW + 300)).isEqualTo(new Known(0, START));
  }

  @Test
  void whatIsForgottenIsCountedAgain() {
    counts.learn("a", MANY, NOW);
    assertThat(counts.forget("a")).isTrue();
    assertThat(counts.forget("a")).isFalse();
    assertThat(counts.of("a", START, NOW)).isEqualTo(new Known(0, START));
  }
}
