package org.sekisho.standins.mailgateway;

import org.sekisho.standins.web.Routes;
import org.sekisho.standins.web.WebServer;

/** A mail gateway that its users enter through OpenID Connect. */
public final class MailGateway implements AutoCloseable {
  private final WebServer server;

  private MailGateway(WebServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 to 65535; 0 takes any free one
   */
  public static MailGateway start(int port, GatewayClient client) {
    WebServer server = WebServer.bind(port);
    ProviderHttp http = new ProviderHttp();
    Providers providers = new Providers(http);
    Tenants tenants = new Tenants(client);
    GatewayBrowsers browsers = new GatewayBrowsers(server.port());
    TokenEndpoint tokenEndpoint = new TokenEndpoint(http, tenants);
    Routes routes = new Routes();
    new GatewayHome(browsers).addTo(routes);
    tenants.addTo(routes);
    new GatewaySignIn(server.address(), client, tenants, providers, tokenEndpoint, browsers)
        .addTo(routes);
    new GatewaySignOut(server.address(), providers, browsers).addTo(routes);
    new BackchannelLogout(client, tenants, providers, browsers).addTo(routes);
    server.serve(routes);
    return new MailGateway(server);
  }

  /** Where it answers, without a trailing slash. */
  public String address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
