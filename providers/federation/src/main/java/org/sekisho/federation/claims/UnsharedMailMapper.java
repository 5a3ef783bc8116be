package org.sekisho.federation.claims;

import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.sekisho.federation.SharedIdentifier;

/**
 * Leaves out a mail address that another user has too. For applications that may know people by it:
 * one that does knows nobody then, one that takes the user ID loses nothing.
 */
public final class UnsharedMailMapper extends AbstractOIDCProtocolMapper
    implements OIDCIDTokenMapper, OIDCAccessTokenMapper, UserInfoTokenMapper {

  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel mapper,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext clientSession) {
    if (SharedIdentifier.isShared(
        session, userSession.getRealm(), userSession.getUser(), UserModel.EMAIL)) {
      token.setEmail(null);
      token.setEmailVerified(null);
      token.getOtherClaims().remove(IDToken.EMAIL);
    }
  }

  /** After the mapper that puts the address in, which has 0. */
  @Override
  public int getPriority() {
    return 100;
  }

  @Override
  public String getId() {
    return "sekisho-unshared-mail-mapper";
  }

  @Override
  public String getDisplayType() {
    return "Sekisho unshared mail address";
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Leaves out a mail address that another user has too.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }
}
