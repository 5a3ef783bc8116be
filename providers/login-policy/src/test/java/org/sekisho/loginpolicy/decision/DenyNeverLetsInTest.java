package org.sekisho.loginpolicy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.network.IpAddress;

/** Over thousands of random sets of rules and visits: refusing more never admits more. */
class DenyNeverLetsInTest {

  private static final int ROUNDS = 20_000;
  private static final List<Factor> ALL = List.of(Factor.values());

  private final Random random = new Random(20261124);

  @Test
  void anAddedPolicyThatDeniesLetsNobodyIn() {
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      AccessRules before = randomRules();
      List<LoginPolicy> policies = new ArrayList<>(before.policies());
      policies.add(
          random.nextInt(policies.size() + 1),
          new LoginPolicy("added", someOf("a", "b"), someOf("x", "y"), Rule.DENY, Rule.DENY));
      refused += check(before, new AccessRules(before.networks(), policies));
    }
    assertThat(refused).as("visits that the added policy refused").isGreaterThan(100);
  }

  @Test
  void aRuleThatIsTurnedIntoDenialLetsNobodyIn() {
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      AccessRules before = randomRules();
      List<LoginPolicy> policies = new ArrayList<>(before.policies());
      int index = random.nextInt(policies.size());
      LoginPolicy old = policies.get(index);
      boolean inside = random.nextBoolean();
      policies.set(
          index,
          new LoginPolicy(
              old.name(),
              old.groups(),
              old.applications(),
              inside ? Rule.DENY : old.trusted(),
              inside ? old.others() : Rule.DENY));
      refused += check(before, new AccessRules(before.networks(), policies));
    }
    assertThat(refused).as("visits that the denial refused").isGreaterThan(100);
  }

  /** 1 where the stricter rules refuse a visit that was let in before. */
  private int check(AccessRules before, AccessRules after) {
    Visit visit = randomVisit();
    boolean was = LoginDecision.decide(before, visit).isAllowed();
    boolean is = LoginDecision.decide(after, visit).isAllowed();
    assertThat(is && !was).as("%s%n%s%n%s", visit, before, after).isFalse();
    boolean closedBefore = closed(before, visit);
    assertThat(closedBefore && !closed(after, visit)).as("%s opened", after).isFalse();
    return was && !is ? 1 : 0;
  }

  private static boolean closed(AccessRules rules, Visit visit) {
    return LoginDecision.refusalOfAnybody(
            rules, visit.address(), visit.application(), visit.millis())
        .isPresent();
  }

  private AccessRules randomRules() {
    List<LoginPolicy> policies = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      policies.add(
          new LoginPolicy("p" + i, someOf("a", "b"), someOf("x", "y"), randomRule(), randomRule()));
    }
    return new AccessRules(TestRules.networks("203.0.113.0/24"), policies);
  }

  private Rule randomRule() {
    if (random.nextInt(4) == 0) {
      return Rule.DENY;
    }
    List<Set<Factor>> slots = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      slots.add(randomFactors(1));
    }
    return Rule.ask(random.nextBoolean(), slots);
  }

  private Visit randomVisit() {
    ProvenFactors proven = ProvenFactors.NONE;
    for (Factor factor : randomFactors(0)) {
      proven = proven.with(factor, 1);
    }
    Optional<IpAddress> address =
        IpAddress.parse(List.of("203.0.113.1", "198.51.100.1", "").get(random.nextInt(3)));
    return new Visit(
        someOf("a", "b"), address, proven, random.nextBoolean() ? "x" : "y", random.nextInt(10));
  }

  private Set<Factor> randomFactors(int least) {
    EnumSet<Factor> factors = EnumSet.noneOf(Factor.class);
    while (factors.size() < least || random.nextBoolean()) {
      factors.add(ALL.get(random.nextInt(ALL.size())));
    }
    return factors;
  }

  private Set<String> someOf(String... names) {
    return Stream.of(names).filter(name -> random.nextBoolean()).collect(Collectors.toSet());
  }
}
