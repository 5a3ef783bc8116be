package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssuranceTest {

  @ParameterizedTest
  @CsvSource({
    "'', NONE",
    "damaged, NONE",
    "SMS=1, NONE",
    "'SMS=1,TOTP=1', NONE",
    "PASSWORD=1, PASSWORD",
    "'PASSWORD=1,SMS=1', MULTI_FACTOR",
    "'PASSWORD=1,DEVICE_CERTIFICATE=1', MULTI_FACTOR"
  })
  void nobodyIsToldOfMoreThanWasProven(String note, Assurance assurance) {
    assertThat(Assurance.of(ProvenFactors.fromNote(note))).isEqualTo(assurance);
  }
}
