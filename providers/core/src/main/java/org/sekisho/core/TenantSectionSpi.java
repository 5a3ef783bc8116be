package org.sekisho.core;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-tenant-section}, by which modules add to the API of tenants. */
public final class TenantSectionSpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "sekisho-tenant-section";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return TenantSection.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return TenantSectionFactory.class;
  }
}
