package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.ProvenFactors;

class LevelOfAuthenticationTest {

  @ParameterizedTest
  @CsvSource({"'', 0", "PASSWORD=1, 1", "'SMS=1,TOTP=1', 0", "'PASSWORD=1,SMS=1', 2", "damaged, 0"})
  void relyingPartiesAreToldOfTwoFactorsOnlyWhereTwoWereProven(String note, int level) {
    assertThat(LevelOfAuthentication.of(ProvenFactors.fromNote(note))).isEqualTo(level);
  }
}
