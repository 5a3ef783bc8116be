package org.sekisho.loginpolicy;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.credential.WebAuthnCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Keycloak's passkeys, of which the last that is needed stays, and which are asked for first. */
public final class GuardedPasskeyFactory extends WebAuthnCredentialProviderFactory {

  @Override
  public CredentialProvider<WebAuthnCredentialModel> create(KeycloakSession session) {
    return new WebAuthnCredentialProvider(
        session, getMetadataService(), createOrGetObjectConverter()) {

      /**
       * Keycloak shows the alternatives in the order of the user's credentials. Behind the phone,
       * the passkey would come only after a message that nobody needs.
       */
      @Override
      public CredentialModel createCredential(
          RealmModel realm, UserModel user, WebAuthnCredentialModel passkey) {
        CredentialModel created = super.createCredential(realm, user, passkey);
        user.credentialManager().moveStoredCredentialTo(created.getId(), null);
        return created;
      }

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
