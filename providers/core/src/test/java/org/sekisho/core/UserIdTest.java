package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

  @ParameterizedTest
  @CsvSource({
    "taro@12345678.insurance-agt.ne.jp, taro@12345678.insurance-agt.ne.jp",
    "' Taro@Sakura-Hoken.example ', taro@sakura-hoken.example",
    "ｔａｒｏ＠sakura.example, taro@sakura.example",
    "o'brien@sakura.example, o'brien@sakura.example"
  })
  void whatAPersonTypesIsReadInCanonicalForm(String typed, String canonical) {
    assertThat(UserId.parse(typed)).map(UserId::toString).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "taro",
        "taro@",
        "@sakura.example",
        "ta ro@sakura.example",
        "taro@sakura",
        "taro@a@sakura.example",
        "taro@-a.example",
        "太郎@sakura.example",
        "taro@sakura..example",
        "taro@sakura.example/x",
        "taro\u0000@sakura.example"
      })
  void anythingElseIsRefused(String typed) {
    assertThat(UserId.parse(typed)).isEmpty();
  }
}
