package org.sekisho.smsotp.sender;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Shows messages in the log instead of sending them. For development only: outside development mode
 * ({@code kc.sh start-dev}) it refuses to start the server where it is chosen, and to send.
 */
public final class ConsoleSmsSenderFactory implements SmsSenderFactory {

  static final String ID = "console";

  private static final Logger LOG = Logger.getLogger(ConsoleSmsSenderFactory.class);

  @Override
  public SmsSender create(KeycloakSession session) {
    return new ConsoleSmsSender();
  }

  @Override
  public void init(Config.Scope config) {
    if (!Environment.isDevMode() && ID.equals(Config.getProvider("sekisho-sms-sender"))) {
      throw new IllegalStateException(
          "sekisho-sms-sender 'console' shows codes in the log and runs in development mode only;"
              + " set spi-sekisho-sms-sender--provider=twilio");
    }
  }

  /** The default of development mode. */
  @Override
  public int order() {
    return Environment.isDevMode() ? 1 : 0;
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return ID;
  }

  private static final class ConsoleSmsSender implements SmsSender {

    @Override
    public String send(String e164, String text, URI deliveryReports) throws SmsNotSentException {
      if (!Environment.isDevMode()) {
        throw new SmsNotSentException("the console sender runs in development mode only", false);
      }
      LOG.infof("SMS to %s: %s", e164, text);
      return UUID.randomUUID().toString();
    }

    @Override
    public Optional<DeliveryReport> readReport(
        URI url, Map<String, String> form, String signature) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
