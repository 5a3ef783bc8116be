package org.sekisho.federation.claims;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AcrProtocolMapper;
import org.keycloak.representations.IDToken;
import org.sekisho.core.Assurance;

/**
 * Keycloak's mapper {@code oidc-acr-mapper}, with what the session has proven by now. Keycloak
 * keeps the level of the last sign-in at each application, which a later sign-in elsewhere leaves
 * as it was, and says 1 where it knows of none.
 */
public final class TrueAcrMapper extends AcrProtocolMapper {

  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel mapper,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext context) {
    Proven.in(session, userSession)
        .map(Assurance::of)
        .ifPresent(assurance -> note(context.getClientSession(), assurance));
    super.setClaim(token, mapper, userSession, session, context);
  }

  /** Where Keycloak's mapper reads it; a note that is right is not written again. */
  private static void note(AuthenticatedClientSessionModel clientSession, Assurance assurance) {
    String level = String.valueOf(assurance.level());
    if (!level.equals(clientSession.getNote(Constants.LEVEL_OF_AUTHENTICATION))) {
      clientSession.setNote(Constants.LEVEL_OF_AUTHENTICATION, level);
    }
  }

  /** Before Keycloak's own, which has the same identifier and 0. */
  @Override
  public int order() {
    return 10;
  }
}
