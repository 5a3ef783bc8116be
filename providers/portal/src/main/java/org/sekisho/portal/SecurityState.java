package org.sekisho.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.util.JsonSerialization;
import org.sekisho.core.SetUpFactors;

/** What a user can prove, without anything that would help somebody else to prove it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SecurityState(
    PasswordState password,
    PhoneState phone,
    List<Device> totp,
    List<Device> passkeys,
    CodesState recoveryCodes) {

  /**
   * Times in milliseconds since the epoch.
   *
   * @param expiresAt null where the tenant's passwords do not expire
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PasswordState(Long changedAt, Long expiresAt) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PhoneState(String masked, Long registeredAt) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Device(String id, String label, Long createdAt) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CodesState(int remaining, int total, Long createdAt) {}

  /**
   * Reads the user's credentials.
   *
   * @param passwordDays days after which a password expires; 0 or less where it does not
   */
  static SecurityState of(KeycloakSession session, UserModel user, int passwordDays) {
    return new SecurityState(
        password(user, passwordDays),
        phone(session, user),
        devices(stored(user, OTPCredentialModel.TYPE)),
        devices(
            Stream.concat(
                stored(user, WebAuthnCredentialModel.TYPE_TWOFACTOR),
                stored(user, WebAuthnCredentialModel.TYPE_PASSWORDLESS))),
        codes(user));
  }

  private static PasswordState password(UserModel user, int days) {
    Long changedAt =
        stored(user, PasswordCredentialModel.TYPE)
            .map(CredentialModel::getCreatedDate)
            .filter(created -> created != null)
            .findFirst()
            .orElse(null);
    boolean expires = changedAt != null && days > 0;
    return new PasswordState(changedAt, expires ? changedAt + TimeUnit.DAYS.toMillis(days) : null);
  }

  /** The label is made by the module that keeps the number, which shows it masked only. */
  private static PhoneState phone(KeycloakSession session, UserModel user) {
    return stored(user, SetUpFactors.SMS_CREDENTIAL)
        .findFirst()
        .map(
            phone ->
                new PhoneState(presented(session, phone).getUserLabel(), phone.getCreatedDate()))
        .orElse(null);
  }

  private static CredentialModel presented(KeycloakSession session, CredentialModel stored) {
    CredentialProvider<?> provider =
        AuthenticatorUtil.getCredentialProviders(session)
            .filter(candidate -> candidate.supportsCredentialType(stored))
            .findFirst()
            .orElseThrow();
    return provider.getCredentialForPresentationFromModel(stored);
  }

  private static List<Device> devices(Stream<CredentialModel> credentials) {
    return credentials
        .map(stored -> new Device(stored.getId(), stored.getUserLabel(), stored.getCreatedDate()))
        .toList();
  }

  private static CodesState codes(UserModel user) {
    return stored(user, RecoveryAuthnCodesCredentialModel.TYPE)
        .findFirst()
        .map(SecurityState::codes)
        .orElse(null);
  }

  private static CodesState codes(CredentialModel stored) {
    try {
      RecoveryAuthnCodesCredentialData data =
          JsonSerialization.readValue(
              stored.getCredentialData(), RecoveryAuthnCodesCredentialData.class);
      return new CodesState(
          data.getRemainingCodes(), data.getTotalCodes(), stored.getCreatedDate());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<CredentialModel> stored(UserModel user, String type) {
    return user.credentialManager().getStoredCredentialsByTypeStream(type);
  }
}
