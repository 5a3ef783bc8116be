package org.sekisho.standins;

import org.sekisho.standins.mailgateway.MailGateway;
import org.sekisho.standins.microsoft365.Microsoft365;
import org.sekisho.standins.phone.Phone;
import org.sekisho.standins.web.PortTakenException;

/** Starts the three stand-ins in one process and runs until it is stopped. */
public final class StandIns {
  private static final int CANNOT_START = 2;

  private StandIns() {}

  public static void main(String[] arguments) {
    try {
      start(Options.read(arguments, System.getenv()));
      System.out.println("stand-ins ready");
    } catch (PortTakenException | IllegalArgumentException e) {
      System.err.println("stand-ins: " + e.getMessage());
      System.exit(CANNOT_START);
    }
  }

  /** The servers' own threads keep the process alive. */
  private static void start(Options options) {
    Phone phone = Phone.start(options.phonePort(), options.twilioAccount());
    Microsoft365 microsoft365 = Microsoft365.start(options.microsoft365Port());
    MailGateway mailGateway = MailGateway.start(options.mailGatewayPort(), options.gatewayClient());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  phone.close();
                  microsoft365.close();
                  mailGateway.close();
                }));
  }
}
