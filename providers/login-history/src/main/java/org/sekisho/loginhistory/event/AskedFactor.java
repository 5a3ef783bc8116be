package org.sekisho.loginhistory.event;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;
import org.sekisho.core.SetUpFactors;

/**
 * Which factor was being asked when a sign-in failed. Some steps of Keycloak say it in the event;
 * for the others the sign-in under way tells at which step it stands.
 */
final class AskedFactor {

  private static final Map<String, String> OF_CREDENTIAL =
      Map.of(
          PasswordCredentialModel.TYPE, "PASSWORD",
          SetUpFactors.SMS_CREDENTIAL, "SMS",
          OTPCredentialModel.TYPE, "TOTP",
          RecoveryAuthnCodesCredentialModel.TYPE, "RECOVERY_CODE",
          WebAuthnCredentialModel.TYPE_TWOFACTOR, "PASSKEY",
          WebAuthnCredentialModel.TYPE_PASSWORDLESS, "PASSKEY");

  private static final Map<String, String> OF_STEP =
      Map.of(
          "sekisho-password", "PASSWORD",
          "sekisho-sms-code", "SMS",
          "sekisho-phone-registration", "SMS",
          "auth-otp-form", "TOTP",
          "auth-recovery-authn-code-form", "RECOVERY_CODE",
          "webauthn-authenticator", "PASSKEY");

  private AskedFactor() {}

  /** Null where it cannot be told. */
  static String of(KeycloakSession session, RealmModel realm, Event event) {
    Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
    String type = details.get(Details.CREDENTIAL_TYPE);
    return type != null
        ? OF_CREDENTIAL.get(type)
        : ofStep(session, realm, event.getClientId(), details.get(Details.CODE_ID));
  }

  private static String ofStep(
      KeycloakSession session, RealmModel realm, String clientId, String signIn) {
    RootAuthenticationSessionModel root =
        signIn == null
            ? null
            : session.authenticationSessions().getRootAuthenticationSession(realm, signIn);
    if (root == null) {
      return null;
    }
    return root.getAuthenticationSessions().values().stream()
        .filter(tab -> tab.getClient() != null)
        .filter(tab -> Objects.equals(tab.getClient().getClientId(), clientId))
        .flatMap(tab -> step(realm, tab).stream())
        .findFirst()
        .map(OF_STEP::get)
        .orElse(null);
  }

  private static Optional<String> step(RealmModel realm, AuthenticationSessionModel tab) {
    return Optional.ofNullable(
            tab.getAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION))
        .map(realm::getAuthenticationExecutionById)
        .map(AuthenticationExecutionModel::getAuthenticator);
  }
}
