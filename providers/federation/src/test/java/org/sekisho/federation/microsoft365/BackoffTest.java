package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Backoff BACKOFF = new Backoff(4, Duration.ofSeconds(60));

  @Test
  void whatMicrosoftAsksForIsKeptTo() {
    assertThat(BACKOFF.pause(1, Duration.ZERO, Optional.of(Duration.ofSeconds(17))))
        .contains(Duration.ofSeconds(17));
    assertThat(BACKOFF.pause(1, Duration.ZERO, Optional.of(Duration.ofSeconds(61)))).isEmpty();
    assertThat(BACKOFF.pause(2, Duration.ofSeconds(50), Optional.of(Duration.ofSeconds(17))))
        .isEmpty();
  }

  @Test
  void withoutItThePauseDoublesAndEnds() {
    assertThat(BACKOFF.pause(1, Duration.ZERO, Optional.empty())).contains(Duration.ofSeconds(1));
    assertThat(BACKOFF.pause(2, Duration.ofSeconds(1), Optional.empty()))
        .contains(Duration.ofSeconds(2));
    assertThat(BACKOFF.pause(3, Duration.ofSeconds(3), Optional.empty()))
        .contains(Duration.ofSeconds(4));
    assertThat(BACKOFF.pause(4, Duration.ofSeconds(7), Optional.empty())).isEmpty();
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    ZonedDateTime now = ZonedDateTime.parse("2026-11-26T12:00:00Z");
    assertThat(asked("20", now)).contains(Duration.ofSeconds(20));
    assertThat(asked("Thu, 26 Nov 2026 12:00:30 GMT", now)).contains(Duration.ofSeconds(30));
    assertThat(asked("Thu, 26 Nov 2026 11:00:00 GMT", now)).contains(Duration.ZERO);
    assertThat(asked("999999", now)).contains(Duration.ofHours(1));
    assertThat(asked("soon", now)).isEmpty();
    assertThat(asked(null, now)).isEmpty();
  }

  private static Optional<Duration> asked(String header, ZonedDateTime now) {
    return new GraphAnswer(429, MissingNode.getInstance(), header).askedPause(now);
  }
}
