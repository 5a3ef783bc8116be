package org.sekisho.federation.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTimesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "0, none, none",
        "-600, none, none",
        "-601, none, EXPIRED",
        "300, none, none",
        "301, none, NOT_YET_VALID",
        "none, none, EXPIRED",
        "0, 1, none",
        "0, -299, none",
        "0, -300, EXPIRED"
      })
  void aMessageIsOfNow(Long issued, Long end, RequestFault fault) {
    assertThat(MessageTimes.fault(at(issued), at(end), NOW)).isEqualTo(fault);
  }

  private static Instant at(Long seconds) {
    return seconds == null ? null : NOW.plusSeconds(seconds);
  }
}
