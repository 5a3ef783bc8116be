package org.sekisho.tenant.entry;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.common.Version;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeResourcesParser;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Draws the entry page with the templates of the sign-in. There is no tenant yet, so what Keycloak
 * takes from a realm is given here: the languages, the theme and the headers.
 */
final class EntryPage {

  private static final String TEMPLATE = "sekisho-entry.ftl";
  private static final String THEME = "sekisho";

  /** As in the realm template: nothing but our own files. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
              + " 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "X-Robots-Tag",
          "none",
          "Strict-Transport-Security",
          "max-age=31536000; includeSubDomains");

  private final KeycloakSession session;
  private final Locale language;

  EntryPage(KeycloakSession session, Locale language) {
    this.session = session;
    this.language = language;
  }

  Response empty() {
    return draw("", null);
  }

  /** The same page with a message; nothing that was typed is lost. */
  Response refused(String typed, String messageKey) {
    return draw(typed, messageKey);
  }

  private Response draw(String typed, String messageKey) {
    try {
      Theme theme = session.theme().getTheme(THEME, Theme.Type.LOGIN);
      String html =
          session
              .getProvider(FreeMarkerProvider.class)
              .processTemplate(values(theme, typed, messageKey), TEMPLATE, theme);
      return answer(html);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (FreeMarkerException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Response answer(String html) {
    session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    Response.ResponseBuilder response =
        Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).cacheControl(never);
    HEADERS.forEach(response::header);
    return response.build();
  }

  private Map<String, Object> values(Theme theme, String typed, String messageKey)
      throws IOException {
    Properties properties = theme.getProperties();
    Properties messages = theme.getMessages(language);
    Map<String, Object> values = new HashMap<>();
    values.put("properties", properties);
    values.put("themeResources", ThemeResourcesParser.parse(properties));
    values.put("msg", new MessageFormatterMethod(language, messages));
    values.put("lang", language.toLanguageTag());
    values.put("realm", Map.of("internationalizationEnabled", true, "displayName", ""));
    values.put("locale", locale());
    values.put("url", resources(theme));
    values.put("pageId", "sekisho-entry");
    values.put("action", "?ui_locales=" + language.getLanguage());
    values.put("username", typed);
    values.put("error", messageKey == null ? "" : messages.getProperty(messageKey));
    return values;
  }

  private Map<String, Object> locale() {
    List<Map<String, String>> supported =
        EntryLanguage.OFFERED.stream()
            .map(
                offered ->
                    Map.of(
                        "languageTag", offered.getLanguage(),
                        "label", offered.getLanguage(),
                        "url", "?ui_locales=" + offered.getLanguage()))
            .toList();
    return Map.of("supported", supported, "currentLanguageTag", language.getLanguage());
  }

  private Map<String, String> resources(Theme theme) {
    String base =
        session.getContext().getUri().getBaseUri().getPath()
            + "resources/"
            + Version.RESOURCES_VERSION;
    return Map.of(
        "resourcesPath", base + "/login/" + theme.getName(),
        "resourcesCommonPath", base + "/common/keycloak");
  }
}
