package org.sekisho.tenant.domain;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-dns-resolver}. */
public final class DnsResolverSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "sekisho-dns-resolver";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return DnsResolver.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return DnsResolverFactory.class;
  }
}
