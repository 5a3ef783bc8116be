package org.sekisho.loginpolicy.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.network.Network;
import org.sekisho.network.TrustedNetwork;

/**
 * Holds for every set of rules, whoever wrote it: it is complete, and never weaker than the
 * provider's baseline. Outside the trusted networks that is two factors of different kinds; inside
 * them the network stands in for the second. Checked when rules are written and when they are read.
 */
public final class RuleFloor {

  public static final int MOST_NETWORKS = 1_000;
  public static final int MOST_POLICIES = 50;

  /** A password, a code, and an enrolled device. */
  private static final int MOST_SLOTS = 3;

  private static final int MAX_TEXT = 200;
  private static final int MAX_NAME = 100;

  /** An office has no more addresses than the private 10.0.0.0/8, or than an IPv6 provider. */
  private static final int SHORTEST_V4 = 8;

  private static final int SHORTEST_V6 = 32;
  private static final long MOST_V4 = 1L << 25;

  private static final Set<Factor> FIRST = Set.of(Factor.PASSWORD);
  private static final Set<Factor> NEXT =
      Set.of(Factor.SMS, Factor.TOTP, Factor.PASSKEY, Factor.DEVICE_CERTIFICATE);

  private RuleFloor() {}

  /** Everything that is wrong with the rules; nothing where they may stand. */
  public static Faults faults(AccessRules rules) {
    Faults faults = new Faults();
    checkNetworks(rules.networks().all(), faults);
    checkOrder(rules.policies(), faults);
    for (int i = 0; i < rules.policies().size(); i++) {
      checkPolicy(rules.policies().get(i), "policies[" + i + "]", faults);
    }
    return faults;
  }

  private static void checkNetworks(List<TrustedNetwork> networks, Faults faults) {
    faults.require(
        "networks",
        networks.size() <= MOST_NETWORKS,
        "must be at most " + MOST_NETWORKS + " networks");
    Set<Network> seen = new HashSet<>();
    long v4 = 0;
    for (int i = 0; i < networks.size(); i++) {
      TrustedNetwork entry = networks.get(i);
      String member = "networks[" + i + "]";
      faults.checkLine(member + ".comment", entry.comment(), MAX_TEXT);
      faults.require(member, seen.add(entry.network()), entry.network() + " is there already");
      int length = entry.network().prefix();
      boolean isV4 = entry.network().first().bits() == 32;
      faults.require(
          member,
          length >= (isV4 ? SHORTEST_V4 : SHORTEST_V6),
          "%s is too wide to be trusted: the shortest prefix is /%d for IPv4 and /%d for IPv6"
              .formatted(entry.network(), SHORTEST_V4, SHORTEST_V6));
      v4 += isV4 ? 1L << (32 - length) : 0;
    }
    faults.require(
        "networks", v4 <= MOST_V4, "hold more than %,d IPv4 addresses together".formatted(MOST_V4));
  }

  private static void checkOrder(List<LoginPolicy> policies, Faults faults) {
    int last = policies.size() - 1;
    faults.require(
        "policies",
        last >= 0 && last < MOST_POLICIES,
        "must be 1 to " + MOST_POLICIES + " policies");
    faults.require(
        "policies",
        last >= 0
            && policies.get(last).isForEverybody()
            && policies.get(last).name().equals(AccessRules.DEFAULT),
        "must end with the policy 'Default' for everybody and every application");
    Set<String> names = new HashSet<>();
    for (int i = 0; i <= last; i++) {
      LoginPolicy policy = policies.get(i);
      String member = "policies[" + i + "]";
      faults.require(member, names.add(policy.name()), "has the name of an earlier one");
      faults.require(
          member,
          i == last || !policy.isForEverybody(),
          "leaves nobody for the policies that follow: name groups or applications");
    }
  }

  private static void checkPolicy(LoginPolicy policy, String member, Faults faults) {
    faults.checkLine(member + ".name", policy.name(), MAX_NAME);
    checkRule(policy.trusted(), member + ".trusted", faults);
    checkRule(policy.others(), member + ".others", faults);
    faults.require(
        member + ".others",
        policy.others().deny() || asksForTwoKinds(policy.others()),
        "must ask for two factors of different kinds, or deny");
  }

  private static void checkRule(Rule rule, String member, Faults faults) {
    List<Set<Factor>> slots = rule.slots();
    faults.require(
        member, slots.size() <= MOST_SLOTS, "must have at most " + MOST_SLOTS + " slots");
    for (int slot = 0; slot < slots.size(); slot++) {
      Set<Factor> possible = slot == 0 ? FIRST : NEXT;
      faults.require(
          member + ".factors[" + slot + "]",
          possible.containsAll(slots.get(slot)),
          "may be one or more of " + lower(possible));
    }
    faults.require(
        member,
        slots.stream().skip(1).filter(slot -> !slot.equals(Rule.DEVICE_ALONE)).count() <= 1,
        "must have only one slot after the first that is not device-certificate alone: a sign-in"
            + " asks for one more factor besides the device");
  }

  /** Each way through the rule, not only some. */
  private static boolean asksForTwoKinds(Rule rule) {
    List<Set<Factor.Kind>> ways = new ArrayList<>(List.of(Set.of()));
    for (Set<Factor> slot : rule.choices()) {
      List<Set<Factor.Kind>> longer = new ArrayList<>();
      for (Set<Factor.Kind> way : ways) {
        for (Factor factor : slot) {
          Set<Factor.Kind> kinds = new HashSet<>(way);
          kinds.add(factor.kind());
          longer.add(kinds);
        }
      }
      ways = longer;
    }
    return ways.stream().allMatch(kinds -> kinds.size() >= 2);
  }

  private static List<String> lower(Set<Factor> factors) {
    return factors.stream().map(FactorName::of).sorted().toList();
  }
}
