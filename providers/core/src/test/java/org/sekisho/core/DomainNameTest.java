package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  private static final String LABEL_63 = "a".repeat(63);

  @ParameterizedTest
  @CsvSource({
    "sakura.example, sakura.example",
    "' Sakura-Hoken.EXAMPLE ', sakura-hoken.example",
    "12345678.insurance-agt.ne.jp, 12345678.insurance-agt.ne.jp",
    "a.bc, a.bc",
    "xn--wgv71a119e.jp, xn--wgv71a119e.jp",
    "sakura.xn--q9jyb4c, sakura.xn--q9jyb4c"
  })
  void aDomainNameIsReadInCanonicalForm(String text, String canonical) {
    assertThat(DomainName.parse(text)).map(DomainName::value).hasValue(canonical);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        ".",
        "example",
        "a.b",
        "sakura.example.",
        ".sakura.example",
        "sakura..example",
        "-sakura.example",
        "sakura-.example",
        "sakura.-example",
        "sakura.example-",
        "sa_kura.example",
        "sa kura.example",
        "日本.jp",
        "*.example",
        "192.0.2.1",
        "sakura.example:443",
        "sakura.example/x",
        "a@sakura.example",
        "a.example,b.example",
        "sakura.example\nx.example"
      })
  void anythingElseIsRefused(String text) {
    assertThat(DomainName.parse(text)).isEmpty();
  }

  @Test
  void aLabelHasAtMost63Characters() {
    assertThat(DomainName.parse(LABEL_63 + ".example")).isPresent();
    assertThat(DomainName.parse("a" + LABEL_63 + ".example")).isEmpty();
  }

  @Test
  void aNameHasAtMost253Characters() {
    String labels = (LABEL_63 + ".").repeat(3);
    assertThat(DomainName.parse(labels + "a".repeat(61))).isPresent();
    assertThat(DomainName.parse(labels + "a".repeat(62))).isEmpty();
  }

  @Test
  void onlyACanonicalNameCanBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DomainName("Sakura.example"));
    assertThatIllegalArgumentException().isThrownBy(() -> new DomainName("sakura"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.sakura.example, true",
    "b.a.sakura.example, true",
    "sakura.example, false",
    "notsakura.example, false",
    "example.sakura, false",
    "sakura.example.evil.test, false"
  })
  void whatIsBelowADomainEndsWithADotAndTheDomain(String name, boolean below) {
    assertThat(new DomainName(name).isBelow(new DomainName("sakura.example"))).isEqualTo(below);
  }
}
