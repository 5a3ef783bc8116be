package org.sekisho.pages;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.AdvancedMessageFormatterMethod;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.core.RequestReference;

/**
 * Keycloak's pages, with what a theme says read once and not for each page. Texts that a realm has
 * of its own are read as Keycloak does: they can change at any time.
 */
final class QuickLoginForms extends FreeMarkerLoginFormsProvider {

  private final Function<Theme, ReadTheme> read;

  QuickLoginForms(KeycloakSession session, Function<Theme, ReadTheme> read) {
    super(session);
    this.read = read;
  }

  /** A page that tells of an error tells the number under which it was recorded, once. */
  @Override
  public Response createErrorPage(Response.Status status) {
    RequestReference.given(session)
        .map(ReferenceNumber::value)
        .filter(number -> !isTold(number))
        .ifPresent(number -> setAttribute("referenceNumber", number));
    return super.createErrorPage(status);
  }

  private boolean isTold(String number) {
    return messages != null
        && messages.stream()
            .map(FormMessage::getParameters)
            .anyMatch(told -> told != null && Arrays.asList(told).contains(number));
  }

  @Override
  protected Properties handleThemeResources(Theme theme, Locale locale) {
    // Without Keycloak's cache, in development, a theme is to be seen as it is now.
    if (realm == null || !session.theme().isCacheEnabled()) {
      return super.handleThemeResources(theme, locale);
    }
    ReadTheme known = read.apply(theme);
    Properties texts = texts(known, theme, locale);
    attributes.put(
        "msg",
        new MessageFormatterMethod(locale, new TextsAndValues(texts, new HashMap<>(attributes))));
    attributes.put("advancedMsg", new AdvancedMessageFormatterMethod(locale, texts));
    attributes.put("properties", known.properties());
    attributes.put("themeResources", known.resources());
    attributes.put(
        "darkMode",
        "true".equals(known.properties().getProperty("darkMode"))
            && realm.getAttribute("darkMode", true));
    return texts;
  }

  private Properties texts(ReadTheme known, Theme theme, Locale locale) {
    Map<Locale, Properties> own = LocaleUtil.getRealmLocalizationTexts(realm, locale);
    return own.values().stream().allMatch(Properties::isEmpty)
        ? known.texts().computeIfAbsent(List.copyOf(own.keySet()), languages -> all(theme, locale))
        : all(theme, locale);
  }

  private Properties all(Theme theme, Locale locale) {
    try {
      return theme.getEnhancedMessages(realm, locale);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
