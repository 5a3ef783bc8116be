package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.MessageBundle;

class FederationMessagesTest {

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
    MessageBundle.OF_PROVIDER.mustBeAlike();
    assertThat(MessageBundle.OF_PROVIDER.in("ja"))
        .containsKeys("sekishoImmutableIdMalformed", "sekishoImmutableIdTaken");
  }
}
