package org.sekisho.passwordpolicy;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyManagerProviderFactory;

/** Takes the place of Keycloak's own password policy manager by its higher order. */
public final class FlooredPasswordPolicyManagerFactory
    implements PasswordPolicyManagerProviderFactory {

  @Override
  public PasswordPolicyManagerProvider create(KeycloakSession session) {
    return new FlooredPasswordPolicyManager(session);
  }

  @Override
  public String getId() {
    return "sekisho-floor";
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
