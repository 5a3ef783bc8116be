package org.sekisho.federation.microsoft365;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.MailReaders;

/**
 * A mail to each ID administrator in the own language, or to the operator where mail reaches none.
 */
final class AdministratorMail {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Optional<String> operator;

  AdministratorMail(Worker.View view, Optional<String> operator) {
    this.session = view.session();
    this.realm = view.realm();
    this.operator = operator;
  }

  /** One line of a mail: the message that names it, and its value. */
  record Fact(String label, String value) {}

  /**
   * Sends.
   *
   * @param notice the messages {@code Subject}, {@code Intro} and {@code Advice} begin with it
   * @throws IllegalStateException where the relay does not take it
   */
  void send(String notice, List<Fact> facts) {
    List<UserModel> readers = MailReaders.idAdministrators(session, realm);
    readers.forEach(reader -> send(notice, facts, reader, null));
    if (readers.isEmpty()) {
      operator.ifPresent(address -> send(notice, facts, nobody(), address));
    }
  }

  /** The mail's template asks for a user, and this mail is about none. */
  private UserModel nobody() {
    return new org.keycloak.storage.adapter.InMemoryUserAdapter(session, realm, "operator");
  }

  private void send(String notice, List<Fact> facts, UserModel reader, String address) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("notice", notice);
    attributes.put(
        "facts",
        facts.stream().map(fact -> Map.of("label", fact.label(), "value", fact.value())).toList());
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
    String subject = notice + "Subject";
    String template = "sekisho-notice.ftl";
    try {
      EmailTemplateProvider mail =
          session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(reader);
      if (address == null) {
        mail.send(subject, template, attributes);
      } else {
        mail.send(subject, template, attributes, address);
      }
    } catch (EmailException failed) {
      throw new IllegalStateException("the relay did not take it: " + failed.getMessage(), failed);
    }
  }
}
