package org.sekisho.federation.signout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOutPatienceTest {

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 60", "3, 300", "4, 1800", "5, 7200", "6, 7200", "1000, 7200"})
  void thePausesGrowToTwoHours(int tries, long seconds) {
    assertThat(SignOutPatience.pause(tries)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void afterADayItIsOver() {
    long day = Duration.ofDays(1).toMillis();
    assertThat(SignOutPatience.isOver(7, 7 + day)).isFalse();
    assertThat(SignOutPatience.isOver(7, 8 + day)).isTrue();
  }
}
