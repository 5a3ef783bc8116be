package org.sekisho.certauthority.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the command line: Japanese, or English where it is asked for. */
final class Words {

  private static final ResourceBundle.Control ONLY_PROPERTIES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;

  Words(String language) {
    locale = "en".equals(language) ? Locale.ENGLISH : Locale.JAPANESE;
  }

  String text(String key, Object... values) {
    ResourceBundle texts =
        ResourceBundle.getBundle("org.sekisho.certauthority.cli.words", locale, ONLY_PROPERTIES);
    return new MessageFormat(texts.getString(key), locale).format(values);
  }
}
