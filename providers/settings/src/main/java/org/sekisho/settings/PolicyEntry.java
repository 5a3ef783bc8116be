package org.sekisho.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.core.Faults;
import org.sekisho.loginpolicy.decision.FactorName;
import org.sekisho.loginpolicy.decision.LoginPolicy;
import org.sekisho.loginpolicy.decision.Rule;

/**
 * A login policy as administrators write and read it.
 *
 * @param name unique in the tenant
 * @param groups paths of the groups it is for, such as {@code /Sales}; empty for everybody
 * @param applications client identifiers; empty for all
 * @param trusted the rule for trusted networks
 * @param others the rule for all other addresses
 */
record PolicyEntry(
    String name,
    List<String> groups,
    List<String> applications,
    RuleEntry trusted,
    RuleEntry others) {

  /**
   * A rule: denies, or lists for each slot the factors of which one is to be proven.
   *
   * @param recoveryCode whether a recovery code stands in for the second slot
   */
  record RuleEntry(boolean deny, List<List<String>> factors, boolean recoveryCode) {

    static RuleEntry of(Rule rule) {
      return new RuleEntry(
          rule.deny(),
          rule.slots().stream()
              .map(slot -> slot.stream().map(FactorName::of).sorted().toList())
              .toList(),
          rule.recoveryCode());
    }
  }

  static PolicyEntry of(LoginPolicy policy, GroupPaths groups) {
    return new PolicyEntry(
        policy.name(),
        policy.groups().stream().map(groups::path).sorted().toList(),
        policy.applications().stream().sorted().toList(),
        RuleEntry.of(policy.trusted()),
        RuleEntry.of(policy.others()));
  }

  /** Reads what a caller wrote and names every fault; what has faults is left out. */
  static List<LoginPolicy> parse(List<PolicyEntry> entries, TenantNames names, Faults faults) {
    List<LoginPolicy> policies = new ArrayList<>();
    faults.require("policies", entries != null, "must be a list");
    for (int i = 0; entries != null && i < entries.size(); i++) {
      String member = "policies[" + i + "]";
      PolicyEntry entry = entries.get(i);
      faults.require(member, entry != null, "must be a policy");
      if (entry != null) {
        entry.read(member, names, faults).ifPresent(policies::add);
      }
    }
    return policies;
  }

  private Optional<LoginPolicy> read(String member, TenantNames names, Faults faults) {
    Set<String> groupIds = new HashSet<>();
    for (String path : groups == null ? List.<String>of() : groups) {
      Optional<String> id = names.groupId(path);
      faults.require(member + ".groups", id.isPresent(), "the tenant has no group " + path);
      id.ifPresent(groupIds::add);
    }
    Set<String> clientIds = new HashSet<>();
    for (String clientId : applications == null ? List.<String>of() : applications) {
      boolean known = names.hasApplication(clientId);
      faults.require(member + ".applications", known, "the tenant has no application " + clientId);
      clientIds.add(clientId);
    }
    Optional<Rule> inside = rule(trusted, member + ".trusted", names, faults);
    Optional<Rule> outside = rule(others, member + ".others", names, faults);
    if (inside.isEmpty() || outside.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LoginPolicy(
            name == null ? "" : name.trim(), groupIds, clientIds, inside.get(), outside.get()));
  }

  private static Optional<Rule> rule(
      RuleEntry entry, String member, TenantNames names, Faults faults) {
    List<List<String>> slots =
        entry == null || entry.factors() == null ? List.of() : entry.factors();
    boolean whole =
        entry != null
            && entry.deny() == slots.isEmpty()
            && slots.stream().noneMatch(slot -> slot == null || slot.isEmpty());
    faults.require(member, whole, "must deny, or list factors for each slot");
    if (!whole) {
      return Optional.empty();
    }
    List<Set<Factor>> parsed = new ArrayList<>();
    for (List<String> slot : slots) {
      Set<Factor> factors = new HashSet<>();
      for (String name : slot) {
        Optional<Factor> factor = FactorName.parse(name);
        faults.require(member, factor.isPresent(), "'" + name + "' is no factor");
        faults.require(
            member,
            factor.filter(Factor.DEVICE_CERTIFICATE::equals).isEmpty() || names.hasDevices(),
            "the plan has no device certificates");
        factor.ifPresent(factors::add);
      }
      parsed.add(factors);
    }
    boolean readable = parsed.stream().noneMatch(Set::isEmpty);
    return readable
        ? Optional.of(new Rule(entry.deny(), parsed, entry.recoveryCode()))
        : Optional.empty();
  }
}
