package org.sekisho.passwordpolicy;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** Registers {@code sekishoPassword}. */
public final class TenantPasswordPolicyProviderFactory implements PasswordPolicyProviderFactory {

  static final String ID = "sekishoPassword";

  @Override
  public PasswordPolicyProvider create(KeycloakSession session) {
    return new TenantPasswordPolicyProvider(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayName() {
    return "Sekisho password rules (minimum length)";
  }

  @Override
  public String getConfigType() {
    return PasswordPolicyProvider.INT_CONFIG_TYPE;
  }

  @Override
  public String getDefaultConfigValue() {
    return String.valueOf(PasswordRules.FLOOR);
  }

  @Override
  public boolean isMultiplSupported() {
    return false;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
