package org.sekisho.tenant.entry;

import java.util.List;
import java.util.Locale;

/** In which of the two languages the entry page speaks: Japanese unless English is asked for. */
final class EntryLanguage {

  static final List<Locale> OFFERED = List.of(Locale.JAPANESE, Locale.ENGLISH);

  private EntryLanguage() {}

  /**
   * Chooses.
   *
   * @param wanted what a link of the page says; null without one
   * @param accepted the browser's {@code Accept-Language} (RFC 9110 §12.5.4); null without one
   */
  static Locale of(String wanted, String accepted) {
    for (Locale offered : OFFERED) {
      if (offered.getLanguage().equals(wanted)) {
        return offered;
      }
    }
    try {
      Locale best =
          accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED);
      return best == null ? Locale.JAPANESE : best;
    } catch (IllegalArgumentException malformed) {
      return Locale.JAPANESE;
    }
  }
}
