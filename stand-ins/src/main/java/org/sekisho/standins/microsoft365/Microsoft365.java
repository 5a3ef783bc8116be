package org.sekisho.standins.microsoft365;

import org.sekisho.standins.web.Routes;
import org.sekisho.standins.web.WebServer;

/**
 * Microsoft 365 as a SAML relying party with a directory of its own, and stricter than the real
 * one.
 */
public final class Microsoft365 implements AutoCloseable {
  private final WebServer server;

  private Microsoft365(WebServer server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 to 65535; 0 takes any free one
   */
  public static Microsoft365 start(int port) {
    WebServer server = WebServer.bind(port);
    Saml.load();
    server.serve(routes(server));
    return new Microsoft365(server);
  }

  private static Routes routes(WebServer server) {
    Domains domains = new Domains();
    Users users = new Users();
    RelyingParty party = RelyingParty.at(server.address(), domains, users);
    Browsers browsers = new Browsers(server.port());
    RequestSigner signer = new RequestSigner();
    SignInFlow signIn = new SignInFlow(party, browsers, signer);
    SignOutMessages signOut = new SignOutMessages(party, browsers);
    SettingsApi settings = new SettingsApi();
    Results results = new Results();
    Routes routes = new Routes();
    new HomePage(browsers).addTo(routes);
    signIn.addTo(routes);
    new SignOutFlow(party, browsers).addTo(routes);
    new AssertionConsumer(new Judge(party), settings::settings, results, browsers, signIn, signOut)
        .addTo(routes);
    results.addTo(routes);
    settings.addTo(routes);
    new RealSignInApi(party).addTo(routes);
    new UserApi(users, domains).addTo(routes);
    addGraph(routes, server.address(), domains, users);
    new MetadataPage(server.address(), signer).addTo(routes);
    return routes;
  }

  private static void addGraph(Routes routes, String address, Domains domains, Users users) {
    Directories directories = new Directories();
    GraphTokens tokens = new GraphTokens(directories, address);
    GraphFaults faults = new GraphFaults();
    DomainApi domainApi = new DomainApi(domains);
    domainApi.addTo(routes);
    tokens.addTo(routes);
    faults.addTo(routes);
    new DirectoryApi(directories).addTo(routes);
    new GraphApi(address, directories, tokens, faults, domainApi, domains, users).addTo(routes);
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
