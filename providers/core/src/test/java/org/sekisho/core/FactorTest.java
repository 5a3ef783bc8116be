package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactorTest {

  /** Names stand in the notes of sessions that live: a change signs everybody out. */
  @ParameterizedTest
  @CsvSource({
    "PASSWORD, KNOWLEDGE",
    "SMS, POSSESSION",
    "TOTP, POSSESSION",
    "RECOVERY_CODE, POSSESSION"
  })
  void eachFactorKeepsItsNameAndKind(String name, Factor.Kind kind) {
    assertThat(Factor.valueOf(name).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void aFactorAloneIsNeverTwo(Factor factor) {
    assertThat(ProvenFactors.NONE.with(factor, 1).with(factor, 2).areMultiFactor()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "PASSWORD, SMS, true",
    "PASSWORD, TOTP, true",
    "PASSWORD, RECOVERY_CODE, true",
    "SMS, TOTP, false",
    "SMS, RECOVERY_CODE, false",
    "TOTP, RECOVERY_CODE, false"
  })
  void onlyAPasswordWithAPossessionIsTwoFactors(Factor one, Factor other, boolean multiFactor) {
    assertThat(ProvenFactors.NONE.with(one, 1).with(other, 2).areMultiFactor())
        .isEqualTo(multiFactor);
  }
}
