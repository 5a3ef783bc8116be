package org.sekisho.settings;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What an administrator does about a refusal, in the languages of the product. */
final class Remedies {

  private static final String BUNDLE = "org.sekisho.settings.remedies";
  private static final String OTHER = "other";

  private Remedies() {}

  static Map<String, String> of(String error) {
    return Map.of("ja", text(error, Locale.JAPANESE), "en", text(error, Locale.ENGLISH));
  }

  private static String text(String error, Locale language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            Remedies.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    try {
      return texts.getString(error == null ? OTHER : error);
    } catch (MissingResourceException unknown) {
      return texts.getString(OTHER);
    }
  }
}
