package org.sekisho.federation.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.ProvenFactors;

class MethodReferencesTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "PASSWORD=1, pwd",
    "'PASSWORD=1,SMS=2', pwd sms",
    "'PASSWORD=1,TOTP=2,RECOVERY_CODE=3', pwd otp",
    "'PASSWORD=1,PASSKEY=2', pwd pop",
    "'PASSWORD=1,DEVICE_CERTIFICATE=2,SMS=3', pwd sms pop",
    "damaged, ''"
  })
  void theNamesAreThoseOfWhatWasProven(String note, String names) {
    assertThat(MethodReferences.of(ProvenFactors.fromNote(note)))
        .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ", -1)));
  }
}
