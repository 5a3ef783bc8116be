package org.sekisho.devicecertificate.handback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {

  @Test
  void namesDifferAndAreRecognised() {
    assertThat(SecretName.next()).isNotEqualTo(SecretName.next());
    assertThat(SecretName.isOne(SecretName.next())).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "a", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "sekisho-device-check:x"})
  void nothingElseIsLookedUp(String text) {
    assertThat(SecretName.isOne(text)).isFalse();
  }
}
