package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void aProblemGathersMembersInOrderAndLeavesItsOriginAlone() {
    Problem plain = Problem.of("domain-taken", 409, "Tenant not opened", "It is taken.");
    Problem extended = plain.with("domain", "sakura.example").with("tenant", "agency");
    assertThat(plain.more()).isEmpty();
    assertThat(extended.more().keySet().stream().toList()).containsExactly("domain", "tenant");
    assertThat(extended.with("domain", "ume.example").more().get("domain"))
        .isEqualTo("ume.example");
    assertThat(extended.status()).isEqualTo(409);
    assertThat(extended.type()).isEqualTo("domain-taken");
  }
}
