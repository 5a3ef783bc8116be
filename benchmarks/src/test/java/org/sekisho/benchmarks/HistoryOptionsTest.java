package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistoryOptionsTest {

  @Test
  void aFewRowsAreAThousandthOfTheMany() {
    assertThat(HistoryOptions.of("/repository").rows()).isEqualTo(10_000_000);
    assertThat(HistoryOptions.of("/repository").fewRows()).isEqualTo(10_000);
  }

  @Test
  void bothPartsAreMeasuredUnlessOneIsNamed() {
    HistoryOptions both = HistoryOptions.of("/repository");
    assertThat(both.reads() && both.writes()).isTrue();
    assertThat(HistoryOptions.of("/repository", "--part", "writing").reads()).isFalse();
    assertThat(HistoryOptions.of("/repository", "--part", "reading").writes()).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsAnError() {
    assertThatThrownBy(() -> HistoryOptions.of("/repository", "--part", "some"))
        .hasMessage(HistoryOptions.USAGE);
    assertThatThrownBy(() -> HistoryOptions.of("/repository", "--rows", "1500000"))
        .hasMessageContaining("million");
  }
}
