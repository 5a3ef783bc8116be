package org.sekisho.federation.claims;

import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;
import org.keycloak.representations.IDToken;

/**
 * Keycloak's mapper {@code oidc-amr-mapper}, with what the session has proven. Keycloak names the
 * steps of the flow that were passed: also one that asked nothing, and never the device.
 */
public final class TrueAmrMapper extends AmrProtocolMapper {

  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel mapper,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext clientSession) {
    Optional<List<String>> names = Proven.in(session, userSession).map(MethodReferences::of);
    if (names.isPresent()) {
      token.setOtherClaims(OAuth2Constants.AUTHENTICATOR_METHOD_REFERENCE, names.get());
    } else {
      super.setClaim(token, mapper, userSession, session, clientSession);
    }
  }

  /** Before Keycloak's own, which has the same identifier and 0. */
  @Override
  public int order() {
    return 10;
  }
}
