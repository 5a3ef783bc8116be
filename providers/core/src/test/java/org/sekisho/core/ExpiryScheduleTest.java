package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryScheduleTest {

  @ParameterizedTest
  @CsvSource({
    // hours left, days of the last mail, days of the mail that is due
    "721, , ",
    "720, , 30",
    "400, 30, ",
    "336, 30, 14",
    "336, , 14",
    "100, 14, ",
    "72, 14, 3",
    "72, , 3",
    "1, 3, ",
    "0, 14, ",
    "-5, 14, "
  })
  void threeMailsBeforeTheEnd(long hours, Integer told, Integer due) {
    assertThat(ExpirySchedule.due(Duration.ofHours(hours), told).orElse(null)).isEqualTo(due);
  }
}
