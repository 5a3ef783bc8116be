package org.sekisho.certauthority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {

  @Test
  void itsNameIsReadBack() {
    Generation generation = new Generation("agency-1", 12);
    assertThat(generation.distinguishedName()).hasToString("CN=agency-1 Device CA G12,O=agency-1");
    assertThat(Generation.of(generation.distinguishedName())).contains(generation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CN=agency-1 Device CA G1,O=agency-2",
        "CN=agency-1 Device CA G01,O=agency-1",
        "CN=agency-1 Device CA G0,O=agency-1",
        "CN=Agency Device CA G1,O=Agency",
        "O=agency-1,CN=agency-1 Device CA G1",
        "CN=agency-1 Device CA G1,O=agency-1,C=JP",
        "CN=agency-1 Device CA G1",
        "CN=agency-1 Device CA G1+O=agency-1"
      })
  void noOtherNameIsAGeneration(String name) {
    assertThat(Generation.of(new X500Name(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-a,1", "a-,1", "A,1", "'',1", "a/b,1", "a,0", "a,10000"})
  void tenantAndNumberAreBounded(String tenant, int number) {
    assertThatThrownBy(() -> new Generation(tenant, number))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void serialNumbersArePositiveTwentyOctetsAndNeverTheSame() {
    SerialNumbers serials = new SerialNumbers(new SecureRandom());
    for (int i = 0; i < 100; i++) {
      assertThat(serials.get().signum()).isEqualTo(1);
      assertThat(serials.get().toByteArray()).hasSize(20);
      assertThat(serials.get()).isNotEqualTo(serials.get());
    }
  }
}
