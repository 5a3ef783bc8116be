package org.sekisho.loginpolicy;

import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.sekisho.core.Factor;
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
          Factor.RECOVERY_CODE);

  private CompletedSteps() {}

  /**
   * The factors proven now.
   *
   * @param epochSecond the time that is noted for them
   */
  static ProvenFactors provenIn(AuthenticationFlowContext context, long epochSecond) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    ProvenFactors proven = ProvenFactors.NONE;
    for (Map.Entry<String, ExecutionStatus> step : authSession.getExecutionStatus().entrySet()) {
      if (step.getValue() == ExecutionStatus.SUCCESS) {
        Optional<Factor> factor = factorOf(context.getRealm(), step.getKey());
        if (factor.isPresent()) {
          proven = proven.with(factor.get(), epochSecond);
        }
      }
    }
    return proven;
  }

  private static Optional<Factor> factorOf(RealmModel realm, String executionId) {
    AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(executionId);
    return Optional.ofNullable(execution)
        .map(AuthenticationExecutionModel::getAuthenticator)
        .map(FACTOR_OF_AUTHENTICATOR::get);
  }
}
