package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.FactsMail;
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

  /**
   * Sends.
   *
   * @param notice the messages {@code Subject}, {@code Intro} and {@code Advice} begin with it
   * @throws IllegalStateException where the relay does not take it
   */
  void send(String notice, List<Map<String, String>> facts) {
    FactsMail mail = new FactsMail(notice, facts);
    List<UserModel> readers = MailReaders.idAdministrators(session, realm);
    readers.forEach(reader -> mail.send(session, realm, reader));
    if (readers.isEmpty()) {
      operator.ifPresent(address -> mail.send(session, realm, nobody(), address));
    }
  }

  /** The mail's template asks for a user, and this mail is about none. */
  private UserModel nobody() {
    return new org.keycloak.storage.adapter.InMemoryUserAdapter(session, realm, "operator");
  }
}
