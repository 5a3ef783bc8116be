package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaOptionsTest {

  @Test
  void whatIsNotSaidHasADefault() {
    CaOptions options = CaOptions.of("/repository", "--rounds", "3", "--revoked", "1000");
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.revoked()).isEqualTo(1000);
    assertThat(options.leaves()).isEqualTo(200);
    assertThat(options.report()).hasToString("/repository/benchmarks/target/ca.md");
  }

  @ParameterizedTest
  @CsvSource({"--rounds,0", "--rounds,many", "--leaves,-1", "--answers,10000000", "--paint,1"})
  void whatIsNoOptionIsRefusedWithTheUsage(String name, String value) {
    assertThatThrownBy(() -> CaOptions.of("/repository", name, value)).hasMessage(CaOptions.USAGE);
  }
}
