package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceNumberTest {

  @Test
  void aReferenceNumberCanBeReadOutOnTheTelephone() {
    for (int i = 0; i < 1000; i++) {
      assertThat(ReferenceNumber.next().value()).matches("[0-9A-HJKMNP-TV-Z]{10}");
    }
  }

  @Test
  void noTwoReferenceNumbersAreTheSame() {
    Set<ReferenceNumber> made = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(made.add(ReferenceNumber.next())).isTrue();
    }
  }

  @Test
  void itPrintsAsItsValue() {
    assertThat(new ReferenceNumber("0123456789")).hasToString("0123456789");
  }
}
