package org.sekisho.federation.microsoft365;

import java.util.Map;

/** Texts inside PowerShell scripts. Pure. */
final class PowerShellText {

  /** PowerShell takes all of these for the quotation mark that ends a verbatim string. */
  private static final String QUOTES = "'\u2018\u2019\u201a\u201b";

  private PowerShellText() {}

  /**
   * A verbatim string: nothing in it is looked at, marks are doubled.
   *
   * @throws IllegalArgumentException where the text holds a control character
   */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        throw new IllegalArgumentException("a control character");
      }
      quoted.append(c);
      if (QUOTES.indexOf(c) >= 0) {
        quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }

  /** Puts quoted texts into the places {@code {{name}}} of a template. */
  static String filled(String template, Map<String, String> raw) {
    String filled = template;
    for (Map.Entry<String, String> place : raw.entrySet()) {
      filled = filled.replace("{{" + place.getKey() + "}}", place.getValue());
    }
    return filled;
  }
}
