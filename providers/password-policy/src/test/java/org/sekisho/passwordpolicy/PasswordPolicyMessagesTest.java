package org.sekisho.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.policy.PolicyError;

class PasswordPolicyMessagesTest {

  @Test
  void theEnglishMessageNamesEachBrokenRuleAndNoOther() throws IOException {
    assertThat(message("en", EnumSet.of(PasswordRule.TOO_SHORT, PasswordRule.NO_DIGIT)))
        .contains("at least 12 characters", "a digit")
        .doesNotContain("symbol", "upper-case", "common", "{");
  }

  @Test
  void theJapaneseMessageNamesEachBrokenRuleAndNoOther() throws IOException {
    assertThat(message("ja", EnumSet.of(PasswordRule.NO_SYMBOL, PasswordRule.COMMON)))
        .contains("記号を含む", "よく使われるパスワードではない")
        .doesNotContain("文字以上", "数字を含む", "{");
  }

  @Test
  void bothLanguagesKnowEveryRule() throws IOException {
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
  void theBundlesHaveTheSameKeys() throws IOException {
    assertThat(bundle("ja").keySet()).isEqualTo(bundle("en").keySet());
  }

  private static String message(String language, Set<PasswordRule> broken) throws IOException {
    PolicyError error = PasswordPolicyMessages.error(broken, new PasswordRules(12));
    String pattern = bundle(language).getProperty(error.getMessage());
    return new MessageFormat(pattern, Locale.forLanguageTag(language))
        .format(error.getParameters());
  }

  private static Properties bundle(String language) throws IOException {
    Properties bundle = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            PasswordPolicyMessagesTest.class.getResourceAsStream(
                "/theme-resources/messages/messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      bundle.load(reader);
    }
    return bundle;
  }
}
