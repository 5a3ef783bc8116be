package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.Decision.Outcome;
import org.sekisho.loginpolicy.decision.Decision.Reason;
import org.sekisho.testsupport.Fake;

class CredentialChangeTest {

  private static final Decision ALLOW =
      new Decision(
          Outcome.ALLOW, Optional.of("Default"), Optional.empty(), List.of(), Optional.empty());

  private static final ProvenFactors PASSWORD = ProvenFactors.NONE.with(Factor.PASSWORD, 100);

  @Test
  void whoHasASecondFactorProvesItBeforeAnyChange() {
    assertThat(judged(ALLOW, "sekisho-phone", PASSWORD, "password", "sekisho-sms").missing())
        .containsExactly(Set.of(Factor.SMS));
    assertThat(
            judged(ALLOW, "CONFIGURE_TOTP", PASSWORD, "password", "otp", "recovery-authn-codes")
                .missing())
        .containsExactly(Set.of(Factor.TOTP, Factor.RECOVERY_CODE));
  }

  @Test
  void whoHasProvenTwoOrHasNoSecondOrChangesNothingIsAskedNoMore() {
    ProvenFactors two = PASSWORD.with(Factor.SMS, 100);

    assertThat(judged(ALLOW, "sekisho-phone", two, "password", "sekisho-sms")).isSameAs(ALLOW);
    assertThat(judged(ALLOW, "sekisho-phone", PASSWORD, "password")).isSameAs(ALLOW);
    assertThat(judged(ALLOW, null, PASSWORD, "password", "sekisho-sms")).isSameAs(ALLOW);
  }

  @Test
  void whoIsRefusedStaysRefused() {
    Decision deny = Decision.deny(Reason.ADDRESS_REFUSED);

    assertThat(judged(deny, "sekisho-phone", PASSWORD, "password", "sekisho-sms")).isSameAs(deny);
  }

  @ParameterizedTest
  @CsvSource({
    "sekisho-phone, PASSWORD=100;SMS=390, 400, false",
    "sekisho-phone, PASSWORD=100;SMS=390, 401, true",
    "sekisho-phone, SMS=390, 400, false",
    "sekisho-phone, '', 100, true",
    "'', PASSWORD=100, 9999, false"
  })
  void theOldestFactorTellsHowFreshASignInIs(
      String action, String proven, long now, boolean stale) {
    RequiredActionProvider fiveMinutes =
        Fake.of(RequiredActionProvider.class, Map.of("getMaxAuthAge", asked -> 300));
    KeycloakSession session =
        Fake.of(KeycloakSession.class, Map.of("getProvider", asked -> fiveMinutes));

    assertThat(
            CredentialChange.needsFreshSignIn(
                session,
                authSession(action.isEmpty() ? null : action),
                ProvenFactors.fromNote(proven.replace(';', ',')),
                now))
        .isEqualTo(stale);
  }

  private static Decision judged(
      Decision decision, String action, ProvenFactors proven, String... stored) {
    return CredentialChange.withTwoFactors(
        decision, authSession(action), user(List.of(stored)), proven);
  }

  private static AuthenticationSessionModel authSession(String action) {
    return Fake.of(
        AuthenticationSessionModel.class,
        Map.of("getClientNote", asked -> asked[0].equals("kc_action") ? action : null));
  }

  private static UserModel user(List<String> types) {
    SubjectCredentialManager manager =
        Fake.of(
            SubjectCredentialManager.class,
            Map.of("getStoredCredentialsStream", none -> credentials(types)));
    return Fake.of(UserModel.class, Map.of("credentialManager", none -> manager));
  }

  private static Stream<CredentialModel> credentials(List<String> types) {
    return types.stream()
        .map(
            type -> {
              CredentialModel credential = new CredentialModel();
              credential.setType(type);
              return credential;
            });
  }
}
