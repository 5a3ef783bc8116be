package org.sekisho.federation.diagnosis;

import java.io.IOException;
import java.util.Map;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The facts of a SAML request for as long as its sign-in takes. What is refused after the pages of
 * a sign-in is refused in another request of the browser, which has no message any more.
 */
public final class RequestNote {

  private static final String NOTE = "sekisho.request-facts";

  /** Notes are in a cookie too (Keycloak's for restarts), of which browsers take 4096 bytes. */
  private static final int LONGEST = 1_200;

  private RequestNote() {}

  /**
   * Notes the request under way.
   *
   * @param largest number of bytes of an inflated message
   */
  public static void keep(
      KeycloakSession session, AuthenticationSessionModel signIn, long largest) {
    signIn.setClientNote(NOTE, json(Requests.saml(session, largest).within(LONGEST)));
  }

  /**
   * What was noted, as JSON.
   *
   * @param signIn null where there is none any more; then only the application is told
   */
  public static String of(AuthenticationSessionModel signIn, String application) {
    String noted = signIn == null ? null : signIn.getClientNote(NOTE);
    return noted == null
        ? json(new Facts().with("protocol", "saml").with("Issuer", application).asMap())
        : noted;
  }

  /** Keycloak copies notes to what it keeps as long as the session; there nobody reads this one. */
  public static void forget(AuthenticatedClientSessionModel clientSession) {
    clientSession.removeNote(NOTE);
  }

  static String json(Map<String, String> facts) {
    try {
      return JsonSerialization.writeValueAsString(facts);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
