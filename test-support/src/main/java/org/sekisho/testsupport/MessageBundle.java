package org.sekisho.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts in Japanese and English that must stay alike.
 *
 * @param path of the files on the class path, up to {@code _ja.properties}
 */
public record MessageBundle(String path) {

  /** Where a provider keeps the texts that it adds to all themes. */
  public static final MessageBundle OF_PROVIDER =
      new MessageBundle("/theme-resources/messages/messages");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+");

  /** Reads one language. */
  public Properties in(String language) {
    String name = path + "_" + language + ".properties";
    Properties messages = new Properties();
    try (InputStream file = MessageBundle.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return messages;
  }

  /** Both languages have the same keys, and each text the same placeholders. */
  public void mustBeAlike() {
    Properties japanese = in("ja");
    Properties english = in("en");
    assertThat(japanese.stringPropertyNames())
        .isNotEmpty()
        .isEqualTo(english.stringPropertyNames());
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
}
