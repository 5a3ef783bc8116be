package org.sekisho.loginpolicy.decision;

import java.util.Set;

/**
 * A named pair of rules for some of the tenant's users.
 *
 * @param name unique in the tenant, 1 to 100 characters
 * @param groups identifiers of the groups it is for, members of subgroups included; empty for
 *     everybody
 * @param applications client identifiers of the applications it is for; empty for all
 * @param trusted the rule for the tenant's trusted networks
 * @param others the rule for all other addresses
 */
public record LoginPolicy(
    String name, Set<String> groups, Set<String> applications, Rule trusted, Rule others) {

  public LoginPolicy {
    groups = Set.copyOf(groups);
    applications = Set.copyOf(applications);
  }

  boolean matches(Set<String> groupsOfUser, String application) {
    return isFor(application)
        && (groups.isEmpty() || groupsOfUser.stream().anyMatch(groups::contains));
  }

  boolean isFor(String application) {
    return applications.isEmpty() || applications.contains(application);
  }

  /** Whether it is the policy of last resort, which leaves nobody out. */
  boolean isForEverybody() {
    return groups.isEmpty() && applications.isEmpty();
  }
}
