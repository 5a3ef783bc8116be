package org.sekisho.launcher;

/**
 * Secrets of a development set-up. They open nothing but servers on the loopback interface and are
 * printed at the start.
 */
public final class Credentials {

  public static final String OPERATOR = "operator";
  public static final String OPERATOR_PASSWORD = "Sekisho-operator-1";
  public static final String USER_PASSWORD = "Toorimasu-2026";
  public static final String TWILIO_ACCOUNT_SID = "AC00000000000000000000000000000001";
  public static final String TWILIO_AUTH_TOKEN = "development-twilio-token";
  public static final String TWILIO_FROM = "+15005550006";

  /** The application that calls the stand-in for Microsoft Graph. */
  public static final String GRAPH_CLIENT_ID = "5ec15e0a-0000-4000-8000-000000000001";

  public static final String GRAPH_CLIENT_SECRET = "development-graph-secret";

  private Credentials() {}
}
