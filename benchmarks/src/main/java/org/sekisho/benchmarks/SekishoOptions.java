package org.sekisho.benchmarks;

import java.util.List;
import org.sekisho.launcher.Credentials;
import org.sekisho.launcher.Ports;

/** The options of Sekisho's server. */
final class SekishoOptions {

  private SekishoOptions() {}

  /** As the launcher starts it; only the mode differs. */
  static List<String> of(Ports ports) {
    String twilio = "--spi-sekisho-sms-sender--twilio--";
    String mail = "--spi-email-sender--sekisho--";
    String applications = "--spi-admin-realm-restapi-extension--sekisho--";
    return List.of(
        "--spi-sekisho-sms-sender--provider=twilio",
        twilio + "account-sid=" + Credentials.TWILIO_ACCOUNT_SID,
        twilio + "from=" + Credentials.TWILIO_FROM,
        twilio + "api-base-url=" + ports.phoneUrl(),
        mail + "host=127.0.0.1",
        mail + "port=" + (ports.server() + FreePorts.MAIL),
        mail + "encryption=none",
        mail + "from=no-reply@benchmark.example",
        applications + "microsoft-365-acs-url=" + ports.microsoft365Url() + "/login.srf",
        applications + "microsoft-365-start-url=" + ports.microsoft365Url() + "/",
        applications + "mail-gateway-url=" + ports.mailGatewayUrl());
  }
}
