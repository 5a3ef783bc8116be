package org.sekisho.loginpolicy;

import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's TOTP credentials, of which the last that is needed stays. */
public final class GuardedTotpFactory extends OTPCredentialProviderFactory {

  @Override
  public OTPCredentialProvider create(KeycloakSession session) {
    return new OTPCredentialProvider(session) {
      @Override
      public CredentialTypeMetadata getCredentialTypeMetadata(
          CredentialTypeMetadataContext context) {
        return CredentialRemoval.guarded(
            super.getCredentialTypeMetadata(context), session, context.getUser());
      }
    };
  }

  /** Before Keycloak's own, which has the same identifier and 0. */
  @Override
  public int order() {
    return 10;
  }
}
