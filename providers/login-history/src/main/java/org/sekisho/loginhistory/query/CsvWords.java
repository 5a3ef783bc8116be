package org.sekisho.loginhistory.query;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.loginhistory.record.RecordKind;

/** What codes are called in the reader's language. */
public final class CsvWords {

  private static final String BUNDLE = "org.sekisho.loginhistory.csv";
  private static final List<String> COLUMNS =
      List.of(
          "time",
          "kind",
          "user",
          "address",
          "device",
          "application",
          "factors",
          "failedFactor",
          "reason",
          "reference",
          "rule",
          "id");

  private final ResourceBundle texts;

  /**
   * The words of a language.
   *
   * @param language {@code en} for English; all others are Japanese
   */
  public CsvWords(String language) {
    Locale locale = "en".equals(language) ? Locale.ENGLISH : Locale.JAPANESE;
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            CsvWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String[] header() {
    return COLUMNS.stream().map(column -> text("column", column)).toArray(String[]::new);
  }

  String kind(RecordKind kind) {
    return text("kind", kind.name());
  }

  String reason(String code) {
    return text("reason", code);
  }

  String factor(String name) {
    return text("factor", name);
  }

  String factors(List<String> names) {
    return names == null
        ? null
        : names.stream().map(this::factor).collect(Collectors.joining(" + "));
  }

  String device(Device device) {
    return Stream.of(device.browser(), device.browserVersion(), device.os(), device.osVersion())
        .filter(part -> part != null)
        .collect(Collectors.joining(" "));
  }

  /** A code that has no words stands for itself: an administrator can still look it up. */
  private String text(String group, String code) {
    if (code == null) {
      return null;
    }
    try {
      return texts.getString(group + "." + code);
    } catch (MissingResourceException unknown) {
      return code;
    }
  }
}
