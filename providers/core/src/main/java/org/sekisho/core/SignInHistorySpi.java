package org.sekisho.core;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-sign-in-history}, which the login history implements. */
public final class SignInHistorySpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "sekisho-sign-in-history";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return SignInHistory.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return SignInHistoryFactory.class;
  }
}
