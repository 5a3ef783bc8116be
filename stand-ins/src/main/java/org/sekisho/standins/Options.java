package org.sekisho.standins;

import java.util.HashMap;
import java.util.Map;
import org.sekisho.standins.mailgateway.GatewayClient;
import org.sekisho.standins.phone.TwilioAccount;

/**
 * What the command line and the environment ask for. Secrets should come from the environment:
 * others can read command lines.
 */
record Options(
    int phonePort,
    int microsoft365Port,
    int mailGatewayPort,
    TwilioAccount twilioAccount,
    GatewayClient gatewayClient) {
  static final String TWILIO_TOKEN = "SEKISHO_STANDIN_TWILIO_AUTH_TOKEN";
  static final String GATEWAY_SECRET = "SEKISHO_STANDIN_MAIL_CLIENT_SECRET";

  /** An account that no real customer has. */
  private static final String USUAL_ACCOUNT = "AC" + "0".repeat(32);

  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code --name value} pairs.
   *
   * @throws IllegalArgumentException with a text for the user, if an option is unknown or its value
   *     is wrong
   */
  static Options read(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>(pairs(arguments));
    Options options =
        new Options(
            port(given.remove("--phone-port"), 8181),
            port(given.remove("--microsoft365-port"), 8182),
            port(given.remove("--mail-gateway-port"), 8183),
            new TwilioAccount(
                or(given.remove("--twilio-account-sid"), USUAL_ACCOUNT),
                or(
                    given.remove("--twilio-auth-token"),
                    environment.getOrDefault(TWILIO_TOKEN, "stand-in"))),
            new GatewayClient(
                GatewayClient.USUAL_ID, environment.getOrDefault(GATEWAY_SECRET, "stand-in")));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown option " + given.keySet().iterator().next());
    }
    return options;
  }

  private static Map<String, String> pairs(String[] arguments) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("the option " + arguments[i] + " needs a value");
      }
      pairs.put(arguments[i], arguments[i + 1]);
    }
    return pairs;
  }

  private static String or(String given, String usual) {
    return given == null ? usual : given;
  }

  private static int port(String given, int usual) {
    if (given == null) {
      return usual;
    }
    if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port must be a number from 0 to " + HIGHEST_PORT);
    }
    return Integer.parseInt(given);
  }
}
