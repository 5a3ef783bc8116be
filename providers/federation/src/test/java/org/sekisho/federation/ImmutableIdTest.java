package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ImmutableIdTest {

  @Test
  void aNewIdIs32HexadecimalCharactersOfOneCase() {
    Set<ImmutableId> made = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      ImmutableId id = ImmutableId.next();
      assertThat(id.value()).matches("[0-9a-f]{32}");
      assertThat(made.add(id)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0123456789abcdef0123456789abcdef",
        "zVSfK+HlqEmM/2Qa1b3cFw==",
        "taro.yamada@sakura-hoken.example",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void olderIdsCanBeImported(String value) {
    assertThat(ImmutableId.isValid(value)).isTrue();
    assertThat(new ImmutableId(value)).hasToString(value);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "a$b",
        "a_b",
        "a b",
        "a,b",
        "a<b",
        "太郎",
        "ａｂｃ",
        "abc\n",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void whatMicrosoftRefusesIsNoImmutableId(String value) {
    assertThat(ImmutableId.isValid(value)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new ImmutableId(value));
  }
}
