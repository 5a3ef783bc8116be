package org.sekisho.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.policy.PolicyError;
import org.sekisho.testsupport.MessageBundle;

class PasswordPolicyMessagesTest {

  @Test
  void theEnglishMessageNamesEachBrokenRuleAndNoOther() {
    assertThat(message("en", EnumSet.of(PasswordRule.TOO_SHORT, PasswordRule.NO_DIGIT)))
        .contains("at least 12 characters", "a digit")
        .doesNotContain("symbol", "upper-case", "common", "{");
  }

  @Test
  void theJapaneseMessageNamesEachBrokenRuleAndNoOther() {
    assertThat(message("ja", EnumSet.of(PasswordRule.NO_SYMBOL, PasswordRule.COMMON)))
        .contains("記号を含む", "よく使われるパスワードではない")
        .doesNotContain("文字以上", "数字を含む", "{");
  }

  @Test
  void bothLanguagesKnowEveryRule() {
    for (String language : new String[] {"ja", "en"}) {
      int empty = message(language, EnumSet.noneOf(PasswordRule.class)).length();
      for (PasswordRule rule : PasswordRule.values()) {
        assertThat(message(language, EnumSet.of(rule)).length())
            .as("%s in %s", rule, language)
            .isGreaterThan(empty);
      }
    }
  }

  @Test
  void theBundlesHaveTheSameKeysAndPlaceholders() {
    MessageBundle.OF_PROVIDER.mustBeAlike();
  }

  private static String message(String language, Set<PasswordRule> broken) {
    PolicyError error = PasswordPolicyMessages.error(broken, new PasswordRules(12));
    String pattern = MessageBundle.OF_PROVIDER.in(language).getProperty(error.getMessage());
    return new MessageFormat(pattern, Locale.forLanguageTag(language))
        .format(error.getParameters());
  }
}
