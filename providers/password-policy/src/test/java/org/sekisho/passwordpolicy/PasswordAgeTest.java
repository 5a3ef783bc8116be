package org.sekisho.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordAgeTest {

  @ParameterizedTest
  @CsvSource({
    "90, 0, -1",
    "90, 74, -1",
    "90, 76, 14",
    "90, 80, 10",
    "90, 89, 1",
    "90, 90, -1",
    "0, 500, -1",
    "-1, 500, -1",
    "10, 0, 10"
  })
  void warnsInTheLastFourteenDaysAndNotAfterTheEnd(int maxDays, int ageDays, long expected) {
    long now = Duration.ofDays(20_000).toMillis();
    long created = now - Duration.ofDays(ageDays).toMillis();
    assertThat(new PasswordAge(maxDays).daysToWarnOf(created, now).orElse(-1)).isEqualTo(expected);
  }
}
