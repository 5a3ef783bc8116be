package org.sekisho.core;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-login-rules}, which the login policies implement. */
public final class LoginRulesSpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "sekisho-login-rules";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return LoginRules.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return LoginRulesFactory.class;
  }
}
