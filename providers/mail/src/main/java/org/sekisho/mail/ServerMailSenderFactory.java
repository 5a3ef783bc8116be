package org.sekisho.mail;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's sender by its order, so that no option can be forgotten. */
public final class ServerMailSenderFactory extends DefaultEmailSenderProviderFactory {

  private Optional<MailConfig> server = Optional.empty();

  @Override
  public void init(Config.Scope scope) {
    super.init(scope);
    server = MailConfig.of(scope);
  }

  @Override
  public EmailSenderProvider create(KeycloakSession session) {
    return new ServerMailSender(session, getEmailAuthenticators(), server);
  }

  @Override
  public String getId() {
    return "sekisho";
  }

  @Override
  public int order() {
    return super.order() + 1;
  }
}
