package org.sekisho.standins.microsoft365;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.standins.web.BoundedMap;
import org.sekisho.standins.web.RandomId;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;

/**
 * Recognises browsers and their sessions by cookies. The port is part of the cookies' names,
 * because browsers share cookies among all ports of a host.
 */
final class Browsers {
  private static final int MANY = 10_000;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final String browserCookie;
  private final String sessionCookie;
  private final BoundedMap<String, BrowserSession> sessions = new BoundedMap<>(MANY);

  Browsers(int port) {
    this.browserCookie = "microsoft365-browser-" + port;
    this.sessionCookie = "microsoft365-session-" + port;
  }

  /** The ID of the browser, or nothing if it sent none. */
  Optional<String> browser(Request request) {
    return request.cookie(browserCookie).filter(id -> ID.matcher(id).matches());
  }

  String browserOrNew(Request request) {
    return browser(request).orElseGet(RandomId::hex);
  }

  Response remember(Response response, String browser) {
    return response.withCookie(browserCookie, browser);
  }

  Optional<BrowserSession> session(Request request) {
    return request.cookie(sessionCookie).flatMap(sessions::get);
  }

  Response signIn(BrowserSession session, Response response) {
    sessions.put(session.id(), session);
    return response.withCookie(sessionCookie, session.id());
  }

  void end(BrowserSession session) {
    sessions.remove(session.id());
  }

  void endAll(String issuer, String nameId, Optional<String> sessionIndex) {
    sessions.removeIf(session -> session.isMeantBy(issuer, nameId, sessionIndex));
  }

  Response forgetSession(Response response) {
    return response.withoutCookie(sessionCookie);
  }
}
