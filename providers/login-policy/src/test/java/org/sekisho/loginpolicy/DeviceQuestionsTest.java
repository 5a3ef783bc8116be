package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules.DeviceQuestion;
import org.sekisho.core.ProvenFactors;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.LoginDecision;
import org.sekisho.loginpolicy.decision.LoginPolicy;
import org.sekisho.loginpolicy.decision.Rule;
import org.sekisho.loginpolicy.decision.Visit;
import org.sekisho.network.IpAddress;
import org.sekisho.network.TrustedNetworks;

/** Whether the device is a must, also in a step-up, where the session has proven some already. */
class DeviceQuestionsTest {

  private static final Set<Factor> PASSWORD = Set.of(Factor.PASSWORD);
  private static final Set<Factor> SMS = Set.of(Factor.SMS);
  private static final Set<Factor> DEVICE = Set.of(Factor.DEVICE_CERTIFICATE);

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void noRecoveryCodeMakesTheDeviceOptional(boolean recoveryCode) {
    Rule second = Rule.ask(recoveryCode, List.of(PASSWORD, DEVICE));
    Rule third = Rule.ask(recoveryCode, List.of(PASSWORD, SMS, DEVICE));

    assertThat(asked(second, Set.of())).isEqualTo(DeviceQuestion.REQUIRED);
    assertThat(asked(second, Set.of(Factor.PASSWORD, Factor.RECOVERY_CODE)))
        .isEqualTo(DeviceQuestion.REQUIRED);
    assertThat(asked(third, Set.of())).isEqualTo(DeviceQuestion.REQUIRED);
    assertThat(asked(third, Set.of(Factor.PASSWORD, Factor.SMS)))
        .as("a step-up")
        .isEqualTo(DeviceQuestion.REQUIRED);
    assertThat(asked(third, Set.of(Factor.PASSWORD, Factor.SMS, Factor.DEVICE_CERTIFICATE)))
        .isEqualTo(DeviceQuestion.NOT_ASKED);
  }

  private static DeviceQuestion asked(Rule rule, Set<Factor> proven) {
    ProvenFactors factors = ProvenFactors.NONE;
    for (Factor factor : proven) {
      factors = factors.with(factor, 1);
    }
    AccessRules rules =
        new AccessRules(
            new TrustedNetworks(List.of()),
            List.of(new LoginPolicy(AccessRules.DEFAULT, Set.of(), Set.of(), rule, rule)));
    return DeviceQuestions.in(
        LoginDecision.decide(
            rules, new Visit(Set.of(), IpAddress.parse("198.51.100.9"), factors, "main-menu", 0)));
  }
}
