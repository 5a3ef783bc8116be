package org.sekisho.portal;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.sekisho.core.Problem;

/**
 * The user who calls: by an access token that is meant for the account interface, as Keycloak's own
 * account API wants it. Keycloak verifies the token, its session and that the user is enabled; the
 * login policies judge it besides (ADR 0009).
 */
record PortalCaller(
    RealmModel realm, UserModel user, UserSessionModel userSession, ClientModel client) {

  static PortalCaller of(KeycloakSession session) {
    AuthResult verified = verified(session);
    if (verified == null
        || !verified.token().hasAudience(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
        || verified.session() == null) {
      throw notSignedIn();
    }
    if (!mayReadOwn(verified.token()) || verified.user().getServiceAccountClientLink() != null) {
      throw Problem.of("not-allowed", 403, "Forbidden", "The token is not one of the portal.")
          .toException();
    }
    return new PortalCaller(
        session.getContext().getRealm(), verified.user(), verified.session(), verified.client());
  }

  private static AuthResult verified(KeycloakSession session) {
    try {
      return new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
    } catch (NotAuthorizedException malformed) {
      return null;
    }
  }

  private static boolean mayReadOwn(AccessToken token) {
    AccessToken.Access access = token.getResourceAccess(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
    return access != null
        && (access.isUserInRole(AccountRoles.VIEW_PROFILE)
            || access.isUserInRole(AccountRoles.MANAGE_ACCOUNT));
  }

  private static WebApplicationException notSignedIn() {
    Response answer =
        Problem.of(
                "not-signed-in",
                401,
                "Unauthorized",
                "This call needs a valid token of the portal.")
            .toResponse();
    return new WebApplicationException(
        Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build());
  }
}
