package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenFactorsTest {

  @Test
  void aPasswordAndACodeAreTwoFactors() {
    assertThat(ProvenFactors.NONE.with(Factor.PASSWORD, 1).with(Factor.SMS, 2).areMultiFactor())
        .isTrue();
  }

  @Test
  void twoPossessionsAreNotTwoFactors() {
    assertThat(ProvenFactors.NONE.with(Factor.TOTP, 1).with(Factor.SMS, 2).areMultiFactor())
        .isFalse();
  }

  @Test
  void theOldestProofDates() {
    assertThat(ProvenFactors.NONE.with(Factor.PASSWORD, 70).with(Factor.SMS, 60).provenSince())
        .hasValue(60);
    assertThat(ProvenFactors.NONE.provenSince()).isEmpty();
  }

  @Test
  void aNoteSurvivesTheRoundTrip() {
    ProvenFactors factors = ProvenFactors.NONE.with(Factor.PASSWORD, 70).with(Factor.SMS, 60);
    assertThat(ProvenFactors.fromNote(factors.toNote()).toNote()).isEqualTo("PASSWORD=70,SMS=60");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PASSWORD=1,SMS", "PASSWORD=1,HAT=2", "PASSWORD=x,SMS=2", "=", ",", "PASSWORD=1,"})
  void aDamagedNoteProvesNothing(String note) {
    assertThat(ProvenFactors.fromNote(note).toNote()).isEmpty();
  }
}
