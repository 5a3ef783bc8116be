package org.sekisho.federation.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.ExpirySchedule;
import org.sekisho.core.FactsMail;
import org.sekisho.core.MailReaders;

/** One mail about a certificate, to each ID administrator in the own language. */
record ExpiryMail(KeycloakSession session, RealmModel tenant) {

  void send(ApplicationState application, long expires) {
    MailReaders.idAdministrators(session, tenant)
        .forEach(reader -> send(reader, application, expires));
  }

  private void send(UserModel reader, ApplicationState application, long expires) {
    Locale locale = session.getContext().resolveLocale(reader, true);
    String language = locale.getLanguage().equals("en") ? "en" : "ja";
    List<Map<String, String>> facts =
        List.of(
            FactsMail.fact("sekishoFactApplication", application.name().get(language)),
            FactsMail.fact("sekishoFactExpires", ExpirySchedule.day(expires, locale)));
    new FactsMail("sekishoApplicationExpiring", facts).send(session, tenant, reader);
  }
}
