package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {

  private static final byte[] KEY = bytes("the realm's key of thirty-two bytes");
  private static final OneTimeCode.Binding BINDING = binding("c", "r", "u", "+819012345678");

  @Test
  void aNewCodeHasSixDigits() {
    for (int i = 0; i < 1000; i++) {
      assertThat(OneTimeCode.next().digits()).matches("[0-9]{6}");
    }
  }

  @Test
  void newCodesDifferFromOneAnother() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> OneTimeCode.next().digits())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(950);
  }

  @ParameterizedTest
  @CsvSource({
    "123456, 123456",
    "000000, 000000",
    "１２３４５６, 123456",
    "123 456, 123456",
    "１２３　４５６, 123456",
    "123-456, 123456",
    "１２３－４５６, 123456",
    "' 1 2 3 4 5 6 ', 123456",
    "'\t123456\n', 123456"
  })
  void aCodeIsReadHoweverAPersonTypesIt(String typed, String digits) {
    assertThat(OneTimeCode.parse(typed)).map(OneTimeCode::digits).hasValue(digits);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "12345",
        "1234567",
        "12345a",
        "#123456",
        "123.456",
        "+123456",
        "123_456",
        "一二三四五六",
        "١٢٣٤٥٦",
        "123456\u0000",
        "1000000"
      })
  void anythingElseIsNoCode(String typed) {
    assertThat(OneTimeCode.parse(typed)).isEmpty();
  }

  @Test
  void aCodeWithinALongTextIsNotLookedFor() {
    assertThat(OneTimeCode.parse("123456" + " ".repeat(58))).isPresent();
    assertThat(OneTimeCode.parse("123456" + " ".repeat(59))).isEmpty();
  }

  @Test
  void theSameCodeForTheSameEndHasTheSameHash() {
    String hash = code("123456").hash(KEY, BINDING);
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(OneTimeCode.sameHash(hash, code("１２３ ４５６").hash(KEY, BINDING))).isTrue();
  }

  @Test
  void anotherCodeHasAnotherHash() {
    assertThat(
            OneTimeCode.sameHash(
                code("123456").hash(KEY, BINDING), code("123457").hash(KEY, BINDING)))
        .isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "another sign-in, c2, r, u, +819012345678",
    "another realm, c, r2, u, +819012345678",
    "another user, c, r, u2, +819012345678",
    "another number, c, r, u, +819012345679",
    "one part moved into the next, cr, '', u, +819012345678",
    "realm and user exchanged, c, u, r, +819012345678"
  })
  void aCodeNeverMatchesWhatItWasNotSentFor(
      String what, String codeId, String realmId, String userId, String number) {
    assertThat(code("123456").hash(KEY, binding(codeId, realmId, userId, number)))
        .as(what)
        .isNotEqualTo(code("123456").hash(KEY, BINDING));
  }

  @Test
  void theHashCannotBeMadeWithoutTheKey() {
    assertThat(code("123456").hash(bytes("another key"), BINDING))
        .isNotEqualTo(code("123456").hash(KEY, BINDING));
  }

  @Test
  void whatWasNoCodeMatchesNoHash() {
    assertThat(OneTimeCode.sameHash(code("123456").hash(KEY, BINDING), "")).isFalse();
  }

  @Test
  void neitherTextNorHashShowsTheDigits() {
    assertThat(code("123456").toString()).doesNotContainPattern("[0-9]");
    assertThat(code("123456").hash(KEY, BINDING)).doesNotContain("123456");
  }

  private static OneTimeCode code(String digits) {
    return OneTimeCode.parse(digits).orElseThrow();
  }

  private static OneTimeCode.Binding binding(
      String codeId, String realmId, String userId, String number) {
    return new OneTimeCode.Binding(codeId, realmId, userId, number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
