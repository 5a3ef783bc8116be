package org.sekisho.smsotp;

import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers the phone credential. */
public final class SmsCredentialProviderFactory
    implements CredentialProviderFactory<SmsCredentialProvider> {

  static final String ID = "sekisho-sms-credential";

  @Override
  public CredentialProvider<?> create(KeycloakSession session) {
    return new SmsCredentialProvider(session);
  }

  @Override
  public String getId() {
    return ID;
  }
}
