package org.sekisho.smsotp.sender;

import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the sender {@code twilio}; one client serves the whole node. */
public final class TwilioSmsSenderFactory implements SmsSenderFactory {

  static final String ID = "twilio";

  private volatile SmsSender sender;

  @Override
  public SmsSender create(KeycloakSession session) {
    return sender;
  }

  /** A chosen but incomplete configuration stops the start: better than sign-ins that fail. */
  @Override
  public void init(Config.Scope config) {
    if (config.get("account-sid") != null || ID.equals(Config.getProvider("sekisho-sms-sender"))) {
      sender = new TwilioSmsSender(TwilioConfig.of(config));
    }
  }

  /** Outside development mode there is no default: without a sender nobody could sign in. */
  @Override
  public void postInit(KeycloakSessionFactory factory) {
    if (Config.getProvider("sekisho-sms-sender") == null && !Environment.isDevMode()) {
      throw new IllegalStateException(
          "No SMS sender is chosen; set spi-sekisho-sms-sender--provider=twilio");
    }
  }

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }
}
