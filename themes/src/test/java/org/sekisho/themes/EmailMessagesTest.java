package org.sekisho.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.testsupport.MessageBundle;

class EmailMessagesTest {

  private static final Path THEME = Path.of("src/main/resources/theme/sekisho/email");
  private static final MessageBundle MESSAGES =
      new MessageBundle("/theme/sekisho/email/messages/messages");
  private static final Pattern USED = Pattern.compile("msg\\(\"([^\"]+)\"");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
    MESSAGES.mustBeAlike();
  }

  @Test
  void everyTextOfOurMailsExists() throws IOException {
    for (String kind : Set.of("text", "html")) {
      String template = Files.readString(THEME.resolve(kind).resolve("executeActions.ftl"));
      Set<String> used =
          USED.matcher(template)
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(used).isNotEmpty();
      assertThat(MESSAGES.in("ja").stringPropertyNames()).containsAll(used);
    }
  }
}
