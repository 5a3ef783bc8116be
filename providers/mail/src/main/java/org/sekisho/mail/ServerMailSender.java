package org.sekisho.mail;

import java.util.Map;
import java.util.Optional;
import org.keycloak.email.DefaultEmailSenderProvider;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.sekisho.core.Tenant;

/** Keycloak's sender, which takes tenants' mail to the relay of the server. */
final class ServerMailSender extends DefaultEmailSenderProvider {

  private final KeycloakSession session;
  private final Optional<MailConfig> server;

  ServerMailSender(
      KeycloakSession session,
      Map<EmailAuthenticator.AuthenticatorType, EmailAuthenticator> authenticators,
      Optional<MailConfig> server) {
    super(session, authenticators);
    this.session = session;
    this.server = server;
  }

  @Override
  public void send(
      Map<String, String> realms, String address, String subject, String text, String html)
      throws EmailException {
    super.send(choose(isTenant(), realms, server), address, subject, text, html);
  }

  /** What a tenant's realm says about mail does not count; any other realm comes first itself. */
  static Map<String, String> choose(
      boolean tenant, Map<String, String> realms, Optional<MailConfig> server)
      throws EmailException {
    if (!tenant && realms.containsKey("host")) {
      return realms;
    }
    return server
        .map(MailConfig::asSmtpConfig)
        .orElseThrow(() -> new EmailException("The server has no mail relay configured."));
  }

  private boolean isTenant() {
    return Tenant.is(session.getContext().getRealm());
  }
}
