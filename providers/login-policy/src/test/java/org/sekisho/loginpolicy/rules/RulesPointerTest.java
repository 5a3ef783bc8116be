package org.sekisho.loginpolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesPointerTest {

  @ParameterizedTest
  @CsvSource({
    "baseline, 5, baseline, false",
    "new;100;old, 99, new, true",
    "new;100;old, 100, old, false",
    "new;100;old, 101, old, false",
    "new;100;baseline, 5000, baseline, false"
  })
  void anUnconfirmedChangeEndsByTheClockAlone(
      String text, long millis, String inForce, boolean pending) {
    RulesPointer pointer = RulesPointer.parse(text).orElseThrow();

    assertThat(pointer.at(millis)).isEqualTo(inForce);
    assertThat(pointer.isPending(millis)).isEqualTo(pending);
    assertThat(pointer).hasToString(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "new;100", "new;;old", "new;x;old", "new;100;old;more", "NEW", "a b"})
  void aBrokenPointerPointsNowhere(String text) {
    assertThat(RulesPointer.parse(text)).isEmpty();
  }

  @Test
  void theWayBackIsAlwaysTheRulesThatWereConfirmed() {
    assertThat(RulesPointer.parse("new;100;old").orElseThrow().confirmedId()).isEqualTo("old");
    assertThat(RulesPointer.parse("new").orElseThrow().confirmedId()).isEqualTo("new");
  }
}
