package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FederationMessagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() throws IOException {
    Properties japanese = messages("ja");
    Properties english = messages("en");
    assertThat(japanese.stringPropertyNames())
        .isEqualTo(english.stringPropertyNames())
        .contains("sekishoImmutableIdMalformed", "sekishoImmutableIdTaken");
    for (String key : japanese.stringPropertyNames()) {
      assertThat(placeholders(japanese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
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
        FederationMessagesTest.class.getResourceAsStream(
            "/theme-resources/messages/messages_" + language + ".properties")) {
      messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return messages;
  }
}
