package org.sekisho.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.loginpolicy.decision.Decision;

class RemediesTest {

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(keys(Locale.JAPANESE)).isEqualTo(keys(Locale.ENGLISH));
  }

  private static Set<String> keys(Locale language) {
    return ResourceBundle.getBundle("org.sekisho.settings.remedies", language).keySet();
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasARemedy(Decision.Reason reason) {
    String error = reason.name().toLowerCase(Locale.ROOT);
    assertThat(Remedies.of(error)).containsOnlyKeys("ja", "en");
    assertThat(Remedies.of(error).get("en")).isNotEqualTo(Remedies.of("unheard-of").get("en"));
  }

  @Test
  void whatIsUnknownHasAnAnswerToo() {
    assertThat(Remedies.of(null).get("ja")).isNotBlank();
  }
}
