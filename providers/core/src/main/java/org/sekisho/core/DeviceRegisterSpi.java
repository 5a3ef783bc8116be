package org.sekisho.core;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-device-register}, which the device certificates implement. */
public final class DeviceRegisterSpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "sekisho-device-register";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return DeviceRegister.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return DeviceRegisterFactory.class;
  }
}
