package org.sekisho.loginpolicy.session;

import java.util.Optional;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * The session that a token belongs to. The token is only read here and not verified: whoever uses
 * the answer lets Keycloak verify the token afterwards, and refuses more than Keycloak, never less.
 *
 * @param clientId of the client that the token was given to
 */
record TokenSession(RealmModel realm, UserSessionModel userSession, String clientId) {

  static Optional<TokenSession> of(KeycloakSession session, String token) {
    try {
      AccessToken claims = new JWSInput(token).readJsonContent(AccessToken.class);
      String issuer = claims.getIssuer() == null ? "" : claims.getIssuer();
      RealmModel realm =
          session.realms().getRealmByName(issuer.substring(issuer.lastIndexOf('/') + 1));
      return realm == null || claims.getSessionId() == null
          ? Optional.empty()
          : find(session, realm, claims);
    } catch (JWSInputException | RuntimeException noToken) {
      return Optional.empty();
    }
  }

  /** The client that the token was given to; null where it is gone. */
  ClientModel client() {
    return clientId == null ? null : realm.getClientByClientId(clientId);
  }

  private static Optional<TokenSession> find(
      KeycloakSession session, RealmModel realm, AccessToken claims) {
    UserSessionModel online = session.sessions().getUserSession(realm, claims.getSessionId());
    UserSessionModel found =
        online != null
            ? online
            : session.sessions().getOfflineUserSession(realm, claims.getSessionId());
    return Optional.ofNullable(found)
        .map(userSession -> new TokenSession(realm, userSession, claims.getIssuedFor()));
  }
}
