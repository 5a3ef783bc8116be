package org.sekisho.loginpolicy;

import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.ProvenFactors;

/** Reads which factors this sign-in has proven from the steps that Keycloak records as passed. */
final class CompletedSteps {

  private static final Map<String, Factor> FACTOR_OF_AUTHENTICATOR =
      Map.of(
          PasswordAuthenticatorFactory.ID,
          Factor.PASSWORD,
          "sekisho-sms-code",
          Factor.SMS,
          "auth-otp-form",
          Factor.TOTP,
          "auth-recovery-authn-code-form",
          Factor.RECOVERY_CODE,
          "webauthn-authenticator",
          Factor.PASSKEY);

  private CompletedSteps() {}

  /**
   * The factors proven now, and those that the sign-in brought along from the browser's session.
   *
   * @param epochSecond the time that is noted for those proven now
   */
  static ProvenFactors provenIn(
      RealmModel realm, AuthenticationSessionModel authSession, long epochSecond) {
    ProvenFactors carried = CarriedFactors.of(authSession);
    ProvenFactors proven = carried;
    for (Map.Entry<String, ExecutionStatus> step : authSession.getExecutionStatus().entrySet()) {
      if (step.getValue() == ExecutionStatus.SUCCESS) {
        Optional<Factor> factor = factorOf(realm, step.getKey());
        // The step of a factor that was brought along has asked nothing: its time stays.
        if (factor.isPresent() && !carried.contains(factor.get())) {
          proven = proven.with(factor.get(), epochSecond);
        }
      }
    }
    return ProvenDevice.in(authSession).isPresent() && !carried.contains(Factor.DEVICE_CERTIFICATE)
        ? proven.with(Factor.DEVICE_CERTIFICATE, epochSecond)
        : proven;
  }

  static ProvenFactors provenNow(AuthenticationFlowContext context) {
    return provenIn(
        context.getRealm(), context.getAuthenticationSession(), Time.currentTimeMillis() / 1000);
  }

  private static Optional<Factor> factorOf(RealmModel realm, String executionId) {
    AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(executionId);
    return Optional.ofNullable(execution)
        .map(AuthenticationExecutionModel::getAuthenticator)
        .map(FACTOR_OF_AUTHENTICATOR::get);
  }
}
