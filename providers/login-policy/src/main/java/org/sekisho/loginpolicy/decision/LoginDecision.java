package org.sekisho.loginpolicy.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.loginpolicy.decision.Decision.Outcome;
import org.sekisho.loginpolicy.decision.Decision.Reason;
import org.sekisho.loginpolicy.decision.Decision.Zone;
import org.sekisho.network.IpAddress;

/** Decides who gets in. Pure; nothing else in Sekisho decides it. */
public final class LoginDecision {

  private LoginDecision() {}

  /** What the rules say to a visit. The first policy that matches decides alone. */
  public static Decision decide(AccessRules rules, Visit visit) {
    if (visit.address().isEmpty()) {
      return Decision.deny(Reason.ADDRESS_UNKNOWN);
    }
    Zone zone = zone(rules, visit.address().get(), visit.millis());
    return rules.policies().stream()
        .filter(policy -> policy.matches(visit.groups(), visit.application()))
        .findFirst()
        .map(policy -> apply(policy, zone, visit))
        .orElse(Decision.deny(Reason.NO_POLICY));
  }

  /**
   * Whether nobody at all gets in: then the door is closed before anybody is asked for a name.
   *
   * @return the refusal, or empty where somebody may get in
   */
  public static Optional<Decision> refusalOfAnybody(
      AccessRules rules, Optional<IpAddress> address, String application, long millis) {
    if (address.isEmpty()) {
      return Optional.of(Decision.deny(Reason.ADDRESS_UNKNOWN));
    }
    Zone zone = zone(rules, address.get(), millis);
    List<LoginPolicy> possible =
        rules.policies().stream().filter(policy -> policy.isFor(application)).toList();
    if (possible.stream().anyMatch(policy -> !rule(policy, zone).deny())) {
      return Optional.empty();
    }
    return Optional.of(
        possible.isEmpty()
            ? Decision.deny(Reason.NO_POLICY)
            : denied(possible.get(possible.size() - 1), zone));
  }

  /** The rule that applies to a user, wherever the user comes from. */
  public static Optional<LoginPolicy> policyOf(
      AccessRules rules, Set<String> groups, String application) {
    return rules.policies().stream()
        .filter(policy -> policy.matches(groups, application))
        .findFirst();
  }

  /**
   * The groups of somebody whom one of the policies for the application is for.
   *
   * @param pick says which policy; any number
   */
  public static Set<String> groupsOfOne(AccessRules rules, long pick, String application) {
    List<LoginPolicy> possible =
        rules.policies().stream().filter(policy -> policy.isFor(application)).toList();
    return possible.isEmpty()
        ? Set.of()
        : possible.get((int) Math.floorMod(pick, (long) possible.size())).groups();
  }

  private static Zone zone(AccessRules rules, IpAddress address, long millis) {
    return rules.networks().contains(address, millis) ? Zone.TRUSTED : Zone.OTHERS;
  }

  private static Rule rule(LoginPolicy policy, Zone zone) {
    return zone == Zone.TRUSTED ? policy.trusted() : policy.others();
  }

  private static Decision apply(LoginPolicy policy, Zone zone, Visit visit) {
    Rule rule = rule(policy, zone);
    if (rule.deny()) {
      return denied(policy, zone);
    }
    List<Set<Factor>> missing = Slots.missing(rule.choices(), visit.proven());
    return new Decision(
        missing.isEmpty() ? Outcome.ALLOW : Outcome.ASK,
        Optional.of(policy.name()),
        Optional.of(zone),
        missing,
        Optional.empty());
  }

  private static Decision denied(LoginPolicy policy, Zone zone) {
    return new Decision(
        Outcome.DENY,
        Optional.of(policy.name()),
        Optional.of(zone),
        List.of(),
        Optional.of(Reason.ADDRESS_REFUSED));
  }
}
