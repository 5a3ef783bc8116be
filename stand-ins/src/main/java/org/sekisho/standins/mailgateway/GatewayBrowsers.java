package org.sekisho.standins.mailgateway;

import java.util.Optional;
import java.util.function.Predicate;
import org.sekisho.standins.web.BoundedMap;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;

/**
 * The browsers' cookies and sessions. Browsers share cookies among ports, so the names have the
 * port in them.
 */
final class GatewayBrowsers {
  private static final int MANY = 10_000;

  private final String browserCookie;
  private final String sessionCookie;
  private final BoundedMap<String, GatewaySession> sessions = new BoundedMap<>(MANY);

  GatewayBrowsers(int port) {
    this.browserCookie = "mail-gateway-browser-" + port;
    this.sessionCookie = "mail-gateway-session-" + port;
  }

  Optional<String> browser(Request request) {
    return request.cookie(browserCookie).filter(id -> id.matches("[0-9a-f]{32}"));
  }

  Response remember(Response response, String browser) {
    return response.withCookie(browserCookie, browser);
  }

  Optional<GatewaySession> session(Request request) {
    return request.cookie(sessionCookie).flatMap(sessions::get);
  }

  Response signIn(GatewaySession session, Response response) {
    sessions.put(session.id(), session);
    return response.withCookie(sessionCookie, session.id());
  }

  Response signOut(GatewaySession session, Response response) {
    sessions.remove(session.id());
    return response.withoutCookie(sessionCookie);
  }

  void endAll(Predicate<GatewaySession> meant) {
    sessions.removeIf(meant);
  }
}
