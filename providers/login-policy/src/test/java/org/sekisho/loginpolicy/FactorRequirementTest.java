package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.ProvenFactors;

class FactorRequirementTest {

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "PASSWORD=1, false",
    "SMS=1, false",
    "'SMS=1,TOTP=1', false",
    "'TOTP=1,RECOVERY_CODE=1', false",
    "'PASSWORD=1,PASSWORD=2', false",
    "'PASSWORD=1,damaged', false",
    "'PASSWORD=1,SMS=1', true",
    "'PASSWORD=1,TOTP=1', true",
    "'PASSWORD=1,RECOVERY_CODE=1', true"
  })
  void twoFactorsOfDifferentKindsAreRequired(String note, boolean met) {
    assertThat(FactorRequirement.isMetBy(ProvenFactors.fromNote(note))).isEqualTo(met);
  }
}
