package org.sekisho.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static final List<String> TARO =
      Arrays.asList("taro@12345678.insurance-agt.ne.jp", null, "Taro", "Yamada");

  private final PasswordRules rules = new PasswordRules(10);

  @ParameterizedTest
  @CsvSource({
    "'kX9#vLq2pW', ''",
    "'kX9#vLq2p', TOO_SHORT",
    "'kx9#vlq2pw', NO_UPPER_CASE",
    "'KX9#VLQ2PW', NO_LOWER_CASE",
    "'kXy#vLqzpW', NO_DIGIT",
    "'kX9avLq2pW', NO_SYMBOL",
    "'kX9 vLq2pW', NO_SYMBOL",
    "'kX9#vLq2pＷ', FORBIDDEN_CHARACTER",
    "'kX9#Taro2pW', CONTAINS_OWN_NAME",
    "'kX9#12345678', CONTAINS_OWN_NAME",
    "'Password123!', COMMON",
    "'P@ssw0rd2026!', COMMON",
    "'S@kura#2026', COMMON",
    "'abc', 'TOO_SHORT NO_UPPER_CASE NO_DIGIT NO_SYMBOL COMMON'"
  })
  void namesEveryRuleThatIsBroken(String password, String expected) {
    Set<PasswordRule> broken =
        rules.broken(password, Arrays.asList("taro@12345678.insurance-agt.ne.jp", "12345678"));
    assertThat(broken.stream().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void aStricterTenantAsksForMore() {
    assertThat(new PasswordRules(14).broken("kX9#vLq2pW", TARO))
        .containsExactly(PasswordRule.TOO_SHORT);
  }

  @Test
  void anEndlessPasswordIsRefused() {
    assertThat(rules.broken("kX9#" + "vLq2".repeat(40), TARO))
        .containsExactly(PasswordRule.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 0, -1, 65})
  void noTenantGoesBelowTheFloor(int minLength) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PasswordRules(minLength));
  }
}
