package org.sekisho.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "immutable_id_missing",
        "immutable_id_ambiguous",
        "domain_not_federated",
        "passive_sign_in_not_possible",
        "sign_in_refused",
        "saml_authn_context_not_reached",
        "saml_binding_unsupported",
        "identifier_ambiguous"
      })
  void everyRefusalOfAnApplicationHasARemedy(String error) {
    for (String language : new String[] {"ja", "en"}) {
      assertThat(Remedies.of(error).get(language))
          .isNotEqualTo(Remedies.of("unheard-of").get(language));
    }
  }

  @Test
  void whatIsUnknownHasAnAnswerToo() {
    assertThat(Remedies.of(null).get("ja")).isNotBlank();
  }
}
