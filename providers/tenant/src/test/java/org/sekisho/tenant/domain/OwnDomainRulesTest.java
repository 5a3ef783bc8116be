package org.sekisho.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.RealmConfig;

class OwnDomainRulesTest {

  private static final RealmConfig CONFIG = new RealmConfig();
  private static final OwnDomainRules RULES =
      new OwnDomainRules(new TenantRules(CONFIG, new DomainName("insurance-agt.ne.jp")));

  private static Plan plan(String id) {
    return CONFIG.plan(id).orElseThrow();
  }

  private static boolean admits(String domain, Set<DomainName> others) {
    Faults faults = new Faults();
    DomainName added = new DomainName(domain);
    Set<DomainName> wished =
        Stream.concat(others.stream(), Stream.of(added)).collect(Collectors.toSet());
    RULES.check(added, wished, plan("individual"), faults);
    return faults.found().isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"common, false", "hybrid, false", "individual, true", "individual-special, true"})
  void onlyPlansWhoseRulesAreOpenBringDomains(String plan, boolean may) {
    assertThat(OwnDomainRules.mayBring(plan(plan))).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "sakura.example, true",
    "mail.sakura.example, true",
    "insurance-agt.ne.jp.sakura.example, true",
    "insurance-agt.ne.jp, false",
    "ume.insurance-agt.ne.jp, false",
    "12345678.insurance-agt.ne.jp, false",
    "deep.ume.insurance-agt.ne.jp, false"
  })
  void aDomainOfTheProviderCannotBeProven(String domain, boolean admitted) {
    assertThat(admits(domain, Set.of())).isEqualTo(admitted);
  }

  @Test
  void theNameOfTheRecordMustFitIntoTheDns() {
    String label = "a".repeat(60) + ".";
    String longest = label.repeat(3) + "a".repeat(61 - 8) + ".example";
    assertThat(longest).hasSize(ProofRecord.LONGEST_DOMAIN);
    assertThat(admits(longest, Set.of())).isTrue();
    assertThat(admits("a" + longest, Set.of())).isFalse();
  }

  @Test
  void aTenantHasAtMostFiftyDomains() {
    Set<DomainName> fifty =
        IntStream.range(0, 50)
            .mapToObj(i -> new DomainName("d" + i + ".example"))
            .collect(Collectors.toSet());
    assertThat(admits("d50.example", fifty)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"新しい店舗, true", "'', false", "' ', false", "<b>, false"})
  void aReasonIsALineOfText(String reason, boolean usable) {
    Faults faults = new Faults();
    OwnDomainRules.checkReason(reason, faults);
    assertThat(faults.found().isEmpty()).isEqualTo(usable);
  }

  @Test
  void aReasonHasAtMost500Characters() {
    Faults faults = new Faults();
    OwnDomainRules.checkReason("理".repeat(500), faults);
    assertThat(faults.found()).isEmpty();
    OwnDomainRules.checkReason("理".repeat(501), faults);
    OwnDomainRules.checkReason(null, faults);
    assertThat(faults.found()).hasSize(2);
  }
}
