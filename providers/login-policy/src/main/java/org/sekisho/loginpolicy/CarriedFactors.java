package org.sekisho.loginpolicy;

import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.ProvenFactors;

/**
 * What a step-up need not ask again: the factors of the browser's session, noted for one user in
 * one sign-in. Keycloak drops the note with the others where the sign-in begins anew.
 */
final class CarriedFactors {

  private static final String NOTE = "sekisho.factors.carried";
  private static final String SEPARATOR = "|";

  private CarriedFactors() {}

  static void carry(AuthenticationSessionModel authSession, UserModel user, ProvenFactors proven) {
    authSession.setAuthNote(NOTE, user.getId() + SEPARATOR + proven.toNote());
  }

  /** None where the sign-in is somebody else's by now. */
  static ProvenFactors of(AuthenticationSessionModel authSession) {
    String note = authSession.getAuthNote(NOTE);
    UserModel user = note == null ? null : authSession.getAuthenticatedUser();
    if (user == null || !note.startsWith(user.getId() + SEPARATOR)) {
      return ProvenFactors.NONE;
    }
    return ProvenFactors.fromNote(note.substring(user.getId().length() + SEPARATOR.length()));
  }
}
