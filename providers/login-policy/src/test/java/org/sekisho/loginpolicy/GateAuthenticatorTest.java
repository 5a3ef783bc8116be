package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.sekisho.core.ProvenFactors;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.network.IpAddress;
import org.sekisho.testsupport.Fake;

class GateAuthenticatorTest {

  private final SignIn signIn = new SignIn();
  private final GateAuthenticator gate = new GateAuthenticator(this::underTheBaseline);

  private Decision underTheBaseline(AuthenticationFlowContext context) {
    return LoginDecision.decide(
        AccessRules.BASELINE,
        new Visit(
            Set.of(),
            IpAddress.parse("203.0.113.1"),
            CompletedSteps.provenNow(context),
            "main-menu",
            0));
  }

  @Test
  void whoHasProvenTwoFactorsPassesAndTheSessionSaysSo() {
    signIn
        .step("1", "sekisho-password", ExecutionStatus.SUCCESS)
        .step("2", "sekisho-sms-code", ExecutionStatus.SUCCESS);
    gate.authenticate(signIn.context());
    assertThat(signIn.outcomes).containsExactly("success");
    assertThat(
            ProvenFactors.fromNote(signIn.userSessionNotes.get(ProvenFactors.NOTE))
                .areMultiFactor())
        .isTrue();
    assertThat(signIn.authNotes).containsValue("2");
    assertThat(signIn.clientNotes).containsEntry("sekisho.address", "203.0.113.1");
    assertThat(Long.parseLong(signIn.clientNotes.get("AUTH_TIME_BROKER")))
        .isEqualTo(
            ProvenFactors.fromNote(signIn.userSessionNotes.get(ProvenFactors.NOTE))
                .provenSince()
                .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "auth-cookie, sekisho-session",
    "sekisho-password, sekisho-phone-registration",
    "sekisho-password, sekisho-password",
    "sekisho-sms-code, auth-otp-form"
  })
  void whoHasProvenLessIsRefusedWithAReferenceNumber(String first, String second) {
    signIn.user = Fake.of(UserModel.class, Map.of("getId", none -> "taro"));
    signIn.step("1", first, ExecutionStatus.SUCCESS).step("2", second, ExecutionStatus.SUCCESS);
    gate.authenticate(signIn.context());
    assertThat(signIn.outcomes).containsExactly("failure");
    assertThat(signIn.userSessionNotes).isEmpty();
    assertThat(signIn.authNotes).isEmpty();
    assertThat(signIn.shown).containsExactly("sekishoFactorsMissing");
    assertThat(signIn.events).hasSize(1);
    assertThat(signIn.events.get(0).getError()).isEqualTo("factors_missing");
    assertThat(signIn.events.get(0).getUserId()).isEqualTo("taro");
    assertThat(signIn.events.get(0).getDetails().get("reference_number")).matches("[0-9A-Z]{10}");
  }

  @Test
  void nobodyPassesWithoutAUser() {
    assertThat(gate.requiresUser()).isTrue();
  }
}
