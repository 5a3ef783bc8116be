package org.sekisho.smsotp.sender;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code sekisho-sms-sender}: {@code --spi-sekisho-sms-sender--provider=twilio}. */
public final class SmsSenderSpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "sekisho-sms-sender";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return SmsSender.class;
  }

  @Override
  public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
    return SmsSenderFactory.class;
  }
}
