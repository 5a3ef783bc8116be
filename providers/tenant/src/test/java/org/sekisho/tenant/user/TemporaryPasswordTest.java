package org.sekisho.tenant.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TemporaryPasswordTest {

  @RepeatedTest(20)
  void aTemporaryPasswordHas16CharactersFourOfEachKind() {
    String password = TemporaryPassword.next();
    assertThat(password).hasSize(16);
    assertThat(password.replaceAll("[^A-Z]", "")).hasSize(4);
    assertThat(password.replaceAll("[^a-z]", "")).hasSize(4);
    assertThat(password.replaceAll("[^0-9]", "")).hasSize(4);
    assertThat(password.replaceAll("[^#%+=?]", "")).hasSize(4);
  }

  @RepeatedTest(20)
  void itHasNoCharactersThatAreMistakenForOneAnother() {
    assertThat(TemporaryPassword.next()).doesNotContainPattern("[IOl01]");
  }

  @Test
  void noTwoAreTheSame() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(made.add(TemporaryPassword.next())).isTrue();
    }
  }
}
