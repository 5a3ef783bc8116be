package org.sekisho.core;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** What was proven in sessions of Keycloak, apart from {@link ProvenFactors}, which knows none. */
public final class SessionProof {

  private SessionProof() {}

  /** What was proven in a session. */
  public static ProvenFactors of(UserSessionModel userSession) {
    return ProvenFactors.fromNote(userSession.getNote(ProvenFactors.NOTE));
  }

  /** What a caller has proven in the session of the token; nothing where there is no session. */
  public static ProvenFactors of(KeycloakSession session, AdminAuth caller) {
    return Optional.ofNullable(caller.getToken().getSessionId())
        .map(id -> session.sessions().getUserSession(caller.getRealm(), id))
        .map(SessionProof::of)
        .orElse(ProvenFactors.NONE);
  }
}
