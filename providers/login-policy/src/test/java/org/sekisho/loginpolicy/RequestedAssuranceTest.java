package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.Decision.Outcome;
import org.sekisho.loginpolicy.decision.Decision.Reason;
import org.sekisho.testsupport.Fake;

class RequestedAssuranceTest {

  private static final Decision ALLOW =
      new Decision(
          Outcome.ALLOW, Optional.of("Default"), Optional.empty(), List.of(), Optional.empty());
  private static final ProvenFactors PASSWORD = ProvenFactors.NONE.with(Factor.PASSWORD, 100);

  private final Map<String, String> notes = new HashMap<>();

  @Test
  void aSecondFactorIsAskedWhereTwoAreWantedAndOnlyThere() {
    assertThat(judged(PASSWORD, "otp")).isSameAs(ALLOW);
    notes.put("requested-level-of-authentication", "1");
    assertThat(judged(PASSWORD, "otp")).isSameAs(ALLOW);
    notes.put("requested-level-of-authentication", "nonsense");
    assertThat(judged(PASSWORD, "otp")).isSameAs(ALLOW);
    notes.put("requested-level-of-authentication", "2");
    assertThat(judged(PASSWORD, "password", "otp").missing()).containsExactly(Set.of(Factor.TOTP));
    assertThat(judged(PASSWORD.with(Factor.SMS, 100), "otp")).isSameAs(ALLOW);
  }

  @Test
  void whoHasNoneGoesOnWithLessUnlessItIsEssential() {
    notes.put("requested-level-of-authentication", "2");
    assertThat(judged(PASSWORD, "password")).isSameAs(ALLOW);
    notes.put("force-level-of-authentication", "true");
    assertThat(judged(PASSWORD, "password").missing()).containsExactly(Set.of(Factor.SMS));
  }

  @Test
  void whoIsRefusedStaysRefused() {
    notes.put("requested-level-of-authentication", "2");
    Decision deny = Decision.deny(Reason.ADDRESS_REFUSED);
    assertThat(RequestedAssurance.raised(deny, signIn(), user("otp"), PASSWORD)).isSameAs(deny);
  }

  private Decision judged(ProvenFactors proven, String... credentials) {
    return RequestedAssurance.raised(ALLOW, signIn(), user(credentials), proven);
  }

  private AuthenticationSessionModel signIn() {
    return Fake.of(
        AuthenticationSessionModel.class,
        Map.of("getClientNote", asked -> notes.get((String) asked[0])));
  }

  private static UserModel user(String... types) {
    SubjectCredentialManager credentials =
        Fake.of(
            SubjectCredentialManager.class,
            Map.of(
                "getStoredCredentialsStream",
                none ->
                    Stream.of(types)
                        .map(
                            type -> {
                              CredentialModel credential = new CredentialModel();
                              credential.setType(type);
                              return credential;
                            })));
    return Fake.of(UserModel.class, Map.of("credentialManager", none -> credentials));
  }
}
