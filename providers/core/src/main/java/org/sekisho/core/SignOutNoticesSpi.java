package org.sekisho.core;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-sign-out-notices}, which the federation implements. */
public final class SignOutNoticesSpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "sekisho-sign-out-notices";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return SignOutNotices.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return SignOutNoticesFactory.class;
  }
}
