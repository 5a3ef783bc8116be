package org.sekisho.loginpolicy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.network.IpAddress;

class LoginDecisionTest {

  @ParameterizedTest(name = "{0}: {1} from {2} with {3} at {4}: {5}")
  @CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
  void theTableHolds(
      String rules,
      String groups,
      String address,
      String proven,
      String application,
      String decision) {
    Visit visit =
        new Visit(
            groups.equals("none") ? Set.of() : Set.of(groups.split("\\+", -1)),
            IpAddress.parse(address),
            proven(proven),
            application,
            1_000);

    assertThat(text(LoginDecision.decide(TestRules.BY_NAME.get(rules), visit))).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({"4999, allow by Default", "5000, ask recovery-code|sms|totp by Default"})
  void aNetworkIsTrustedUntilItsEnd(long millis, String decision) {
    Visit visit =
        new Visit(
            Set.of(), IpAddress.parse("198.51.100.9"), proven("password"), "main-menu", millis);

    assertThat(text(LoginDecision.decide(TestRules.BY_NAME.get("until"), visit)))
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "office, 198.51.100.9, main-menu, false",
    "closed, 203.0.113.9, main-menu, true",
    "office-only, 203.0.113.9, main-menu, false",
    "office-only, 198.51.100.9, main-menu, true",
    "group-and-application, 198.51.100.9, mail-gateway, false",
    "baseline, unknown, main-menu, true"
  })
  void theDoorIsClosedBeforeTheNameWhereNobodyMayEnter(
      String rules, String address, String application, boolean refused) {
    assertThat(
            LoginDecision.refusalOfAnybody(
                TestRules.BY_NAME.get(rules), IpAddress.parse(address), application, 0))
        .matches(refusal -> refusal.isPresent() == refused);
  }

  @Test
  void withoutAnyPolicyNobodyGetsIn() {
    Visit visit =
        new Visit(Set.of(), IpAddress.parse("203.0.113.9"), proven("password+sms"), "x", 0);

    assertThat(LoginDecision.decide(TestRules.rules(), visit).reason())
        .contains(Decision.Reason.NO_POLICY);
    assertThat(
            LoginDecision.refusalOfAnybody(
                TestRules.rules(), IpAddress.parse("203.0.113.9"), "x", 0))
        .isPresent();
  }

  @Test
  void oneProofFillsOneSlot() {
    Rule twice =
        Rule.ask(
            false,
            List.of(Set.of(Factor.PASSWORD, Factor.PASSKEY), Set.of(Factor.PASSKEY, Factor.SMS)));
    AccessRules rules =
        TestRules.rules(TestRules.policy("Default", Set.of(), Set.of(), twice, twice));

    assertThat(text(decide(rules, "passkey"))).isEqualTo("ask sms by Default");
    assertThat(text(decide(rules, "passkey+sms"))).isEqualTo("allow by Default");
    assertThat(text(decide(rules, "passkey+password"))).isEqualTo("allow by Default");
  }

  private static Decision decide(AccessRules rules, String proven) {
    return LoginDecision.decide(
        rules,
        new Visit(Set.of(), IpAddress.parse("198.51.100.9"), proven(proven), "main-menu", 0));
  }

  static ProvenFactors proven(String names) {
    ProvenFactors proven = ProvenFactors.NONE;
    for (String name : names.split("\\+", -1)) {
      Optional<Factor> factor = FactorName.parse(name);
      proven = factor.isPresent() ? proven.with(factor.get(), 1) : proven;
    }
    return proven;
  }

  private static String text(Decision decision) {
    String by = decision.policy().map(name -> " by " + name).orElse("");
    return switch (decision.outcome()) {
      case ALLOW -> "allow" + by;
      case DENY -> "deny " + decision.reason().orElseThrow() + by;
      case ASK ->
          "ask "
              + decision.missing().stream()
                  .map(LoginDecisionTest::alternatives)
                  .collect(Collectors.joining(" then "))
              + by;
    };
  }

  private static String alternatives(Set<Factor> slot) {
    return slot.stream().map(FactorName::of).sorted().collect(Collectors.joining("|"));
  }
}
