package org.sekisho.tenant.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.tenant.plan.RealmConfig;

class PlanChangeTest {

  private static final RealmConfig CONFIG = new RealmConfig();
  private static final TenantRules RULES =
      new TenantRules(CONFIG, new DomainName("insurance-agt.ne.jp"));

  private static List<String> obstacles(String plan, long ids, Set<String> options, String... in) {
    Set<DomainName> domains = List.of(in).stream().map(DomainName::new).collect(Collectors.toSet());
    return new PlanChange(CONFIG.plan(plan).orElseThrow(), ids, domains, options, List.of())
        .obstacles(RULES).found().stream().map(Faults.Fault::member).toList();
  }

  @Test
  void sixtyIdsDoNotFitAPlanOfFifty() {
    assertThat(obstacles("hybrid", 60, Set.of(), "sakura.example")).containsExactly("users");
    assertThat(obstacles("hybrid", 51, Set.of(), "sakura.example")).containsExactly("users");
    assertThat(obstacles("hybrid", 50, Set.of(), "sakura.example")).isEmpty();
    assertThat(obstacles("individual-special", 5_000, Set.of(), "sakura.example")).isEmpty();
  }

  @Test
  void everythingThatStandsInTheWayIsNamed() {
    assertThat(
            obstacles(
                "hybrid",
                60,
                Set.of("device-certificate"),
                "sakura.insurance-agt.ne.jp",
                "a.example"))
        .containsExactly("users", "domains", "options");
  }

  @Test
  void policiesThatAskForDevicesStandInTheWayOfAPlanWithoutThem() {
    assertThat(ofDevicePolicies("individual", Set.of()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.member()).isEqualTo("loginPolicies");
              assertThat(fault.detail()).contains("'Sales', 'Default'");
            });
    assertThat(ofDevicePolicies("hybrid", Set.of())).hasSize(1);
    assertThat(ofDevicePolicies("individual", Set.of("device-certificate"))).isEmpty();
  }

  private static List<Faults.Fault> ofDevicePolicies(String plan, Set<String> options) {
    return new PlanChange(
            CONFIG.plan(plan).orElseThrow(),
            1,
            Set.of(new DomainName("sakura.example")),
            options,
            List.of("Sales", "Default"))
        .obstacles(RULES)
        .found();
  }

  @Test
  void theObstacleTellsBothNumbers() {
    Faults found =
        new PlanChange(CONFIG.plan("common").orElseThrow(), 60, Set.of(), Set.of(), List.of())
            .obstacles(RULES);
    assertThat(found.found().get(0).detail()).contains("60 IDs", "grants 50");
  }
}
