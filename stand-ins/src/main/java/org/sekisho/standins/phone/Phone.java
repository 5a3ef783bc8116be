package org.sekisho.standins.phone;

import java.time.Clock;
import org.sekisho.standins.web.Routes;
import org.sekisho.standins.web.WebServer;

/**
 * A mobile phone, together with the gateway that sends texts to it. It has every number there is.
 */
public final class Phone implements AutoCloseable {
  private final WebServer server;
  private final StatusCallbacks callbacks;

  private Phone(WebServer server, StatusCallbacks callbacks) {
    this.server = server;
    this.callbacks = callbacks;
  }

  /**
   * Starts it.
   *
   * @param port 0 to 65535; 0 takes any free one
   */
  public static Phone start(int port, TwilioAccount account) {
    StatusCallbacks callbacks = new StatusCallbacks(account);
    Inbox inbox = new Inbox();
    Faults faults = new Faults();
    Routes routes = new Routes();
    new TwilioApi(account, inbox, faults, callbacks, Clock.systemUTC()).addTo(routes);
    faults.addTo(routes);
    new InboxPages(inbox).addTo(routes);
    WebServer server = WebServer.bind(port);
    server.serve(routes);
    return new Phone(server, callbacks);
  }

  /** Where it answers, without a trailing slash. */
  public String address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    callbacks.close();
  }
}
