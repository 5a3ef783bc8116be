package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.sekisho.core.ProvenFactors;
import org.sekisho.testsupport.Fake;

class CompletedStepsTest {

  private final SignIn signIn = new SignIn();

  @ParameterizedTest
  @CsvSource({
    "sekisho-password, PASSWORD=7",
    "sekisho-sms-code, SMS=7",
    "auth-otp-form, TOTP=7",
    "auth-recovery-authn-code-form, RECOVERY_CODE=7",
    "webauthn-authenticator, PASSKEY=7",
    "webauthn-authenticator-passwordless, ''",
    "auth-username-password-form, ''",
    "sekisho-phone-registration, ''",
    "sekisho-user-id, ''",
    "sekisho-session, ''",
    "auth-cookie, ''"
  })
  void eachKnownStepProvesItsFactorAndNoOtherStepProvesAny(String authenticator, String note) {
    signIn.step("1", authenticator, ExecutionStatus.SUCCESS);
    assertThat(proven()).isEqualTo(note);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUCCESS")
  void aStepThatDidNotSucceedProvesNothing(ExecutionStatus status) {
    signIn.step("1", "sekisho-password", status).step("2", "sekisho-sms-code", status);
    assertThat(proven()).isEmpty();
  }

  @Test
  void factorsOfSeveralStepsAddUp() {
    signIn
        .step("1", "sekisho-user-id", ExecutionStatus.SUCCESS)
        .step("2", "sekisho-password", ExecutionStatus.SUCCESS)
        .step("3", "sekisho-sms-code", ExecutionStatus.SUCCESS)
        .step("4", "auth-otp-form", ExecutionStatus.ATTEMPTED);
    assertThat(proven()).isEqualTo("PASSWORD=7,SMS=7");
  }

  @Test
  void aStepThatTheRealmDoesNotHaveAnyMoreProvesNothing() {
    signIn.executions.put("gone", ExecutionStatus.SUCCESS);
    assertThat(proven()).isEmpty();
  }

  @Test
  void aSubflowProvesNothingByItself() {
    signIn.step("subflow", null, ExecutionStatus.SUCCESS);
    assertThat(proven()).isEmpty();
  }

  @Test
  void whatTheSessionHasProvenKeepsItsTimeThoughItsStepWasPassed() {
    carry("taro-id|PASSWORD=3,TOTP=4");
    signIn
        .step("1", "sekisho-password", ExecutionStatus.SUCCESS)
        .step("2", "sekisho-sms-code", ExecutionStatus.SUCCESS);
    assertThat(proven()).isEqualTo("PASSWORD=3,SMS=7,TOTP=4");
  }

  @Test
  void whatAnotherUserHasProvenIsNotBroughtAlong() {
    carry("hanako-id|PASSWORD=3,SMS=4");
    assertThat(proven()).isEmpty();
  }

  private void carry(String note) {
    signIn.user = Fake.of(UserModel.class, Map.of("getId", none -> "taro-id"));
    signIn.authNotes.put("sekisho.factors.carried", note);
  }

  private String proven() {
    ProvenFactors proven =
        CompletedSteps.provenIn(
            signIn.context().getRealm(), signIn.context().getAuthenticationSession(), 7);
    return proven.toNote();
  }
}
