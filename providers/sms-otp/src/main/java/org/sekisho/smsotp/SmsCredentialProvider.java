package org.sekisho.smsotp;

import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keeps the phone as a Keycloak credential: listed, masked and removable like all others. */
public final class SmsCredentialProvider implements CredentialProvider<SmsCredentialModel> {

  private final KeycloakSession session;

  SmsCredentialProvider(KeycloakSession session) {
    this.session = session;
  }

  static SmsCredentialProvider of(KeycloakSession session) {
    return (SmsCredentialProvider)
        session.getProvider(CredentialProvider.class, SmsCredentialProviderFactory.ID);
  }

  static Optional<SmsCredentialModel> phoneOf(
      KeycloakSession session, RealmModel realm, UserModel user) {
    return Optional.ofNullable(of(session).getDefaultCredential(session, realm, user));
  }

  /** A number whose possession was proven a moment ago. */
  static void register(
      KeycloakSession session, RealmModel realm, UserModel user, PhoneNumber number) {
    of(session)
        .createCredential(realm, user, SmsCredentialModel.of(number, Time.currentTimeMillis()));
  }

  @Override
  public String getType() {
    return SmsCredentialModel.TYPE;
  }

  /** A user has one phone for codes: the new one takes the place of the old. */
  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, SmsCredentialModel phone) {
    user.credentialManager()
        .getStoredCredentialsByTypeStream(getType())
        .toList()
        .forEach(old -> deleteCredential(realm, user, old.getId()));
    return user.credentialManager().createStoredCredential(phone);
  }

  @Override
  public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
    return user.credentialManager().removeStoredCredentialById(credentialId);
  }

  @Override
  public SmsCredentialModel getCredentialFromModel(CredentialModel model) {
    return SmsCredentialModel.from(model);
  }

  @Override
  public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
    return CredentialTypeMetadata.builder()
        .type(getType())
        .category(CredentialTypeMetadata.Category.TWO_FACTOR)
        .displayName("sms-otp-display-name")
        .helpText("sms-otp-help-text")
        .iconCssClass("kcAuthenticatorOTPClass")
        .removeable(false)
        .build(session);
  }
}
