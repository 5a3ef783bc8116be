package org.sekisho.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeResources;
import org.keycloak.theme.ThemeResourcesParser;

/**
 * What Keycloak reads from a theme for each page: the style sheets and scripts out of hundreds of
 * properties, and thousands of texts of several languages laid over one another.
 *
 * @param texts by language and the languages that stand in for it
 */
record ReadTheme(
    Properties properties, ThemeResources resources, Map<List<Locale>, Properties> texts) {

  static ReadTheme of(Theme theme) {
    try {
      Properties properties = theme.getProperties();
      return new ReadTheme(
          properties, ThemeResourcesParser.parse(properties), new ConcurrentHashMap<>());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
