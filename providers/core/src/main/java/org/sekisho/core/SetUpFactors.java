package org.sekisho.core;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The factors that a user could prove, read from the stored credentials. */
public final class SetUpFactors {

  /** Type of the credential that holds a proven phone number. */
  public static final String SMS_CREDENTIAL = "sekisho-sms";

  private static final Map<String, Factor> FACTOR_OF_CREDENTIAL =
      Map.of(
          PasswordCredentialModel.TYPE,
          Factor.PASSWORD,
          SMS_CREDENTIAL,
          Factor.SMS,
          OTPCredentialModel.TYPE,
          Factor.TOTP,
          RecoveryAuthnCodesCredentialModel.TYPE,
          Factor.RECOVERY_CODE,
          WebAuthnCredentialModel.TYPE_TWOFACTOR,
          Factor.PASSKEY,
          WebAuthnCredentialModel.TYPE_PASSWORDLESS,
          Factor.PASSKEY);

  private SetUpFactors() {}

  public static Set<Factor> of(UserModel user) {
    EnumSet<Factor> factors = EnumSet.noneOf(Factor.class);
    user.credentialManager()
        .getStoredCredentialsStream()
        .flatMap(credential -> factorOf(credential.getType()).stream())
        .forEach(factors::add);
    return factors;
  }

  /** The same, and the enrolled device where the user has one that may be used now. */
  public static Set<Factor> withDevice(KeycloakSession session, RealmModel tenant, UserModel user) {
    Set<Factor> factors = of(user);
    DeviceRegister register = session.getProvider(DeviceRegister.class);
    if (register != null && register.hasUsable(tenant, user)) {
      factors.add(Factor.DEVICE_CERTIFICATE);
    }
    return factors;
  }

  /** Empty where credentials of the type prove nothing at a sign-in. */
  public static Optional<Factor> factorOf(String credentialType) {
    return Optional.ofNullable(FACTOR_OF_CREDENTIAL.get(credentialType));
  }

  /** Whether the user has something besides the password. */
  public static boolean haveSecond(Set<Factor> factors) {
    return factors.stream().anyMatch(factor -> factor.kind() != Factor.Kind.KNOWLEDGE);
  }
}
