package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Factor;

class CredentialRemovalTest {

  @ParameterizedTest(name = "of {0}, {1} goes where the policy takes {2}: {3}")
  @CsvSource({
    "PASSWORD+TOTP,                   TOTP,          SMS+TOTP, false",
    "PASSWORD+TOTP+TOTP,              TOTP,          SMS+TOTP, true",
    "PASSWORD+TOTP+SMS,               TOTP,          SMS+TOTP, true",
    "PASSWORD+TOTP+PASSKEY,           TOTP,          SMS+TOTP, false",
    "PASSWORD+TOTP+PASSKEY,           PASSKEY,       SMS+TOTP, true",
    "PASSWORD+TOTP+RECOVERY_CODE,     TOTP,          SMS+TOTP+RECOVERY_CODE, false",
    "PASSWORD+TOTP+RECOVERY_CODE,     RECOVERY_CODE, SMS+TOTP+RECOVERY_CODE, true",
    "PASSWORD+RECOVERY_CODE,          RECOVERY_CODE, SMS+TOTP+RECOVERY_CODE, false",
    "PASSWORD+PASSKEY,                PASSKEY,       SMS+PASSKEY, false",
    "PASSWORD+PASSKEY+PASSKEY,        PASSKEY,       SMS+PASSKEY, true",
    "PASSWORD+SMS,                    SMS,           SMS+TOTP, false"
  })
  void theLastSecondFactorThatThePolicyTakesStays(
      String stored, Factor removed, String used, boolean goes) {
    Set<Factor> usedByPolicy = Set.copyOf(factors(used));

    assertThat(
            CredentialRemoval.leavesASecondFactor(factors(stored), removed, usedByPolicy::contains))
        .isEqualTo(goes);
  }

  private static List<Factor> factors(String names) {
    return Arrays.stream(names.split("\\+", -1)).map(Factor::valueOf).toList();
  }
}
