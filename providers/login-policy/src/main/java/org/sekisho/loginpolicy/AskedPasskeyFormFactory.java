package org.sekisho.loginpolicy;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticator;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;

/** Keycloak's passkey page, offered only where the login policy takes it. See ADR 0009. */
public final class AskedPasskeyFormFactory extends WebAuthnAuthenticatorFactory {

  @Override
  public Authenticator create(KeycloakSession session) {
    return new WebAuthnAuthenticator(session) {
      @Override
      public boolean configuredFor(KeycloakSession current, RealmModel realm, UserModel user) {
        return current.getProvider(LoginRules.class).asks(user, Factor.PASSKEY)
            && super.configuredFor(current, realm, user);
      }

      @Override
      public String getType(KeycloakSession current) {
        return LoginRules.offeredType(current, Factor.PASSKEY, super.getType(current));
      }
    };
  }

  /** Before Keycloak's own, which has the same identifier and 0. */
  @Override
  public int order() {
    return 10;
  }
}
