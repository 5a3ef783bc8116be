package org.sekisho.loginpolicy;

import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's recovery codes, removed by their owner after a sign-in only. */
public final class GuardedRecoveryCodesFactory extends RecoveryAuthnCodesCredentialProviderFactory {

  @Override
  public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
    return new RecoveryAuthnCodesCredentialProvider(session) {
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
