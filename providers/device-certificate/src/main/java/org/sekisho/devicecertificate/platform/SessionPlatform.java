package org.sekisho.devicecertificate.platform;

import org.keycloak.sessions.AuthenticationSessionModel;

/** On which platform a session was opened with a device, as the session keeps it. */
public final class SessionPlatform {

  static final String NOTE = "sekisho.device.platform";

  private SessionPlatform() {}

  /**
   * Has the session that begins tell of it.
   *
   * @param userAgent the header of the browser; null for none
   */
  public static void note(AuthenticationSessionModel signIn, String userAgent) {
    signIn.setUserSessionNote(NOTE, UserAgents.platform(userAgent).name());
  }
}
