package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.testsupport.MessageBundle;

class SmsMessagesTest {

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
    MessageBundle.OF_PROVIDER.mustBeAlike();
  }

  /** The last line binds the code to the site: browsers fill it in there and nowhere else. */
  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void theMessageEndsWithTheLineThatBindsTheCodeToTheSite(String language) {
    String text =
        new MessageFormat(
                MessageBundle.OF_PROVIDER.in(language).getProperty("sekishoSmsText"),
                Locale.forLanguageTag(language))
            .format(new Object[] {"012345", 5L, "sekisho.example"});
    assertThat(text).contains("012345\n").endsWith("\n\n@sekisho.example #012345");
    assertThat(text.lines().toList().get(1)).contains("5");
  }
}
