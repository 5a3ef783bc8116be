package org.sekisho.federation.application;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.MailReaders;

/** One mail about a certificate, to each ID administrator in the own language. */
record ExpiryMail(KeycloakSession session, RealmModel tenant) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  void send(ApplicationState application, long expires) {
    MailReaders.idAdministrators(session, tenant)
        .forEach(reader -> send(reader, application, expires));
  }

  private void send(UserModel reader, ApplicationState application, long expires) {
    Locale locale = session.getContext().resolveLocale(reader, true);
    String language = locale.getLanguage().equals("en") ? "en" : "ja";
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("notice", "sekishoApplicationExpiring");
    attributes.put(
        "facts",
        List.of(
            Map.of("label", "sekishoFactApplication", "value", application.name().get(language)),
            Map.of("label", "sekishoFactExpires", "value", day(expires, locale))));
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
    try {
      session
          .getProvider(EmailTemplateProvider.class)
          .setRealm(tenant)
          .setUser(reader)
          .send("sekishoApplicationExpiringSubject", "sekisho-notice.ftl", attributes);
    } catch (EmailException failed) {
      throw new IllegalStateException("the relay did not take it: " + failed.getMessage(), failed);
    }
  }

  private static String day(long millis, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(Instant.ofEpochMilli(millis).atZone(ZONE));
  }
}
