package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsMessagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() throws IOException {
    Properties japanese = messages("ja");
    Properties english = messages("en");
    assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : japanese.stringPropertyNames()) {
      assertThat(placeholders(japanese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  /** The last line binds the code to the site: browsers fill it in there and nowhere else. */
  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void theMessageEndsWithTheLineThatBindsTheCodeToTheSite(String language) throws IOException {
    String text =
        new MessageFormat(
                messages(language).getProperty("sekishoSmsText"), Locale.forLanguageTag(language))
            .format(new Object[] {"012345", 5L, "sekisho.example"});
    assertThat(text).contains("012345\n").endsWith("\n\n@sekisho.example #012345");
    assertThat(text.lines().toList().get(1)).contains("5");
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    try (var file =
        SmsMessagesTest.class.getResourceAsStream(
            "/theme-resources/messages/messages_" + language + ".properties")) {
      messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return messages;
  }
}
