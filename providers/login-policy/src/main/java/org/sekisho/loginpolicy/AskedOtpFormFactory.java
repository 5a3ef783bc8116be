package org.sekisho.loginpolicy;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;

/** Keycloak's one-time-code page, offered only where the login policy takes it. See ADR 0009. */
public final class AskedOtpFormFactory extends OTPFormAuthenticatorFactory {

  private static final Authenticator STEP =
      new OTPFormAuthenticator() {
        @Override
        public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
          return session.getProvider(LoginRules.class).asks(user, Factor.TOTP)
              && super.configuredFor(session, realm, user);
        }

        @Override
        public String getType(KeycloakSession session) {
          return LoginRules.offeredType(session, Factor.TOTP, super.getType(session));
        }
      };

  @Override
  public Authenticator create(KeycloakSession session) {
    return STEP;
  }

  /** Before Keycloak's own, which has the same identifier and 0. */
  @Override
  public int order() {
    return 10;
  }
}
