package org.sekisho.devicecertificate.platform;

import ua_parser.Parser;

/**
 * Reads user agents as the login history does: with ua-parser, which Keycloak brings. Keycloak's
 * own provider for it needs a request of Keycloak's, and the listener has none.
 */
public final class UserAgents {

  /** Browsers send about 150; what is longer is cut, so that nobody can make it slow. */
  private static final int MOST = 512;

  private UserAgents() {}

  /** Reads its patterns when it is first needed, and can be used by all threads. */
  private static final class Holder {
    private static final Parser PARSER = new Parser();
  }

  /**
   * The platform that a header tells.
   *
   * @param header null where the browser has sent none
   */
  public static Platform platform(String header) {
    if (header == null || header.isBlank()) {
      return Platform.UNKNOWN;
    }
    String told = header.length() > MOST ? header.substring(0, MOST) : header;
    return Platform.of(Holder.PARSER.parseOS(told).family);
  }
}
