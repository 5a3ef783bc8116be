package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeWordsTest {

  private final WholeWords words = new WholeWords(List.of("secret", "secretary!", "123456"));

  @ParameterizedTest
  @ValueSource(
      strings = {"secret", "the secret", "secret=x", "秘密secretです", "secretary!", "code=123456,"})
  void aWordIsFound(String text) {
    assertThat(words.areIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secre", "secrets", "asecret", "secretary", "secretary!s", "1234567"})
  void aPartOfALongerWordIsNotOne(String text) {
    assertThat(words.areIn(text)).isFalse();
  }

  @Test
  void eachPlaceIsLookedAt() {
    assertThat(words.areIn("secrets secret")).isTrue();
  }
}
