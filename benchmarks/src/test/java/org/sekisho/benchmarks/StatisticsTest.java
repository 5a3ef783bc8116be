package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOneInWhateverOrder() {
    assertThat(Statistics.of(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5.0);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Statistics.of(List.of(1.0, 2.0, 4.0, 100.0)).median()).isEqualTo(3.0);
  }

  @Test
  void quartilesAreInterpolated() {
    Statistics statistics = Statistics.of(List.of(1.0, 2.0, 3.0, 4.0));
    assertThat(statistics).isEqualTo(new Statistics(1.0, 1.75, 2.5, 3.25, 4.0));
  }

  @Test
  void aSingleValueIsEverything() {
    assertThat(Statistics.of(List.of(7.0))).isEqualTo(new Statistics(7, 7, 7, 7, 7));
  }

  @Test
  void nothingCannotBeDescribed() {
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.of(List.of()));
  }
}
