package org.sekisho.federation.application;

import java.util.Map;

/** Keycloak's words for the name formats of SAML core 8.2. */
final class NameFormat {

  private static final Map<String, String> WORDS =
      Map.of("basic", "Basic", "uri", "URI Reference", "unspecified", "Unspecified");

  private NameFormat() {}

  static String of(String word) {
    return WORDS.get(word);
  }

  static String wordOf(String format) {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(format))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("unspecified");
  }
}
