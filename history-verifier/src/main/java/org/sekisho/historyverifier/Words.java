package org.sekisho.historyverifier;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the command in the reader's language: Japanese, or English where it is asked for.
 */
final class Words {

  private final ResourceBundle texts;
  private final Locale locale;

  Words(String language) {
    this.locale = "en".equals(language) ? Locale.ENGLISH : Locale.JAPANESE;
    this.texts =
        ResourceBundle.getBundle(
            "org.sekisho.historyverifier.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }
}
