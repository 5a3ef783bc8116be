package org.sekisho.loginpolicy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.network.Network;
import org.sekisho.network.TrustedNetwork;
import org.sekisho.network.TrustedNetworks;

class RuleFloorTest {

  @Test
  void theRulesOfTheTableMayStand() {
    TestRules.BY_NAME.forEach(
        (name, rules) -> assertThat(RuleFloor.faults(rules).found()).as(name).isEmpty());
  }

  @Test
  void onePasswordIsNotEnoughOutside() {
    assertThat(members(policies(last(TestRules.PASSWORD, TestRules.PASSWORD))))
        .containsExactly("policies[0].others");
  }

  @Test
  void twoFactorsOfOneKindAreNotTwo() {
    Rule phones = Rule.ask(false, List.of(Set.of(Factor.SMS), Set.of(Factor.TOTP)));

    assertThat(members(policies(last(TestRules.PASSWORD, phones))))
        .contains("policies[0].others", "policies[0].others.factors[0]");
  }

  @Test
  void aFactorThatTheSignInCannotAskForIsRefused() {
    Rule code =
        Rule.ask(false, List.of(Set.of(Factor.PASSWORD), Set.of(Factor.SMS, Factor.RECOVERY_CODE)));

    assertThat(members(policies(last(code, TestRules.TWO))))
        .containsExactly("policies[0].trusted.factors[1]");
  }

  @Test
  void anEnrolledDeviceIsASecondFactorOrAThird() {
    Set<Factor> password = Set.of(Factor.PASSWORD);
    Set<Factor> device = Set.of(Factor.DEVICE_CERTIFICATE);
    Rule two = Rule.ask(false, List.of(password, device));
    Rule three = Rule.ask(false, List.of(password, Set.of(Factor.SMS), device));
    Rule alone = Rule.ask(false, List.of(device));

    assertThat(members(policies(last(two, two)))).isEmpty();
    assertThat(members(policies(last(three, three)))).isEmpty();
    assertThat(members(policies(last(alone, TestRules.TWO))))
        .containsExactly("policies[0].trusted.factors[0]");
  }

  @Test
  void aSignInAsksForOneFactorBesidesPasswordAndDevice() {
    Set<Factor> password = Set.of(Factor.PASSWORD);
    Set<Factor> sms = Set.of(Factor.SMS);
    Rule codes = Rule.ask(false, List.of(password, sms, Set.of(Factor.TOTP)));
    Rule mixed =
        Rule.ask(false, List.of(password, sms, Set.of(Factor.TOTP, Factor.DEVICE_CERTIFICATE)));

    for (Rule never : List.of(codes, mixed)) {
      assertThat(members(policies(last(never, never))))
          .containsExactly("policies[0].trusted", "policies[0].others");
    }
    assertThat(members(policies(last(TestRules.DEVICE_THEN_SMS, TestRules.DEVICE_THIRD))))
        .isEmpty();
  }

  @Test
  void aPasskeyIsASecondFactorAndNotYetAFirst() {
    Rule first = Rule.ask(false, List.of(Set.of(Factor.PASSKEY), Set.of(Factor.SMS)));

    assertThat(members(policies(last(TestRules.PASSKEY_ONLY, TestRules.PASSKEY_ONLY)))).isEmpty();
    assertThat(members(policies(last(first, TestRules.TWO))))
        .containsExactly("policies[0].trusted.factors[0]");
  }

  @Test
  void theLastPolicyLeavesNobodyOut() {
    LoginPolicy some =
        TestRules.policy("Default", Set.of("g"), Set.of(), TestRules.TWO, TestRules.TWO);

    assertThat(members(policies(some))).containsExactly("policies");
    assertThat(members(policies())).contains("policies");
  }

  @Test
  void aPolicyForEverybodyHidesNoOther() {
    LoginPolicy all = TestRules.policy("All", Set.of(), Set.of(), TestRules.TWO, TestRules.TWO);

    assertThat(members(policies(all, last(TestRules.TWO, TestRules.TWO))))
        .containsExactly("policies[0]");
  }

  @Test
  void namesAreThereOnce() {
    LoginPolicy twin =
        TestRules.policy("Default", Set.of("g"), Set.of(), TestRules.TWO, TestRules.TWO);

    assertThat(members(policies(twin, last(TestRules.TWO, TestRules.TWO))))
        .containsExactly("policies[1]");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, true",
    "9.0.0.0/7, false",
    "0.0.0.0/0, false",
    "2001:db8::/32, true",
    "2001:db8::/31, false",
    "::/0, false"
  })
  void theWholeWorldIsNoOffice(String network, boolean allowed) {
    assertThat(members(networks(network)).isEmpty()).isEqualTo(allowed);
  }

  @Test
  void manyWideNetworksAreNoOfficeEither() {
    assertThat(members(networks("10.0.0.0/8", "11.0.0.0/8"))).isEmpty();
    assertThat(members(networks("10.0.0.0/8", "11.0.0.0/8", "12.0.0.0/8")))
        .containsExactly("networks");
  }

  @Test
  void aThousandNetworksAndNoMore() {
    String[] thousand =
        IntStream.range(0, 1_000).mapToObj(i -> "2001:db8:" + i + "::/48").toArray(String[]::new);
    List<String> more = new ArrayList<>(List.of(thousand));
    more.add("203.0.113.1");

    assertThat(members(networks(thousand))).isEmpty();
    assertThat(members(networks(more.toArray(String[]::new)))).containsExactly("networks");
  }

  @Test
  void aNetworkIsThereOnceAndHasAComment() {
    assertThat(members(networks("203.0.113.1", "::ffff:203.0.113.1")))
        .containsExactly("networks[1]");
    TrustedNetwork silent =
        new TrustedNetwork(Network.parse("203.0.113.1").orElseThrow(), " ", null);
    assertThat(
            members(
                new AccessRules(
                    new TrustedNetworks(List.of(silent)), AccessRules.BASELINE.policies())))
        .containsExactly("networks[0].comment");
  }

  @Test
  void rulesAreStoredAndReadBackAsTheyWere() throws Exception {
    for (AccessRules rules : TestRules.BY_NAME.values()) {
      AccessRules back = AccessRulesJson.read(AccessRulesJson.write(rules));

      assertThat(back.policies()).isEqualTo(rules.policies());
      assertThat(back.networks().all()).isEqualTo(rules.networks().all());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "null",
        "{}",
        "[]",
        "{\"networks\":[],\"policies\":[]}",
        "{\"networks\":[{\"network\":\"everywhere\",\"comment\":\"x\"}],\"policies\":[]}",
        "{\"networks\":[],\"policies\":[{\"name\":\"Default\",\"groups\":[],\"applications\":[],"
            + "\"trusted\":{\"deny\":false,\"factors\":[[\"password\"]],\"recoveryCode\":false},"
            + "\"others\":{\"deny\":false,\"factors\":[[\"password\"]],\"recoveryCode\":false}}]}"
      })
  void brokenAndWeakRulesAreNotRead(String text) {
    assertThatThrownBy(() -> AccessRulesJson.read(text))
        .isInstanceOf(AccessRulesJson.UnreadableException.class);
  }

  private static LoginPolicy last(Rule trusted, Rule others) {
    return TestRules.policy("Default", Set.of(), Set.of(), trusted, others);
  }

  private static AccessRules policies(LoginPolicy... policies) {
    return new AccessRules(TestRules.networks(), List.of(policies));
  }

  private static AccessRules networks(String... networks) {
    return new AccessRules(TestRules.networks(networks), AccessRules.BASELINE.policies());
  }

  private static List<String> members(AccessRules rules) {
    return RuleFloor.faults(rules).found().stream().map(Faults.Fault::member).toList();
  }
}
