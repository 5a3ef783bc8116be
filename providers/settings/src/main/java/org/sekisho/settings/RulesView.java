package org.sekisho.settings;

import java.util.List;
import org.sekisho.loginpolicy.decision.AccessRules;

/** Rules as people read them in records. */
record RulesView(List<NetworkEntry> networks, List<PolicyEntry> policies) {

  static RulesView of(AccessRules rules, SettingsChange change) {
    return of(rules, new TenantNames(change.session(), change.tenant()));
  }

  static RulesView of(AccessRules rules, GroupPaths groups) {
    return new RulesView(
        NetworkEntry.of(rules.networks()),
        rules.policies().stream().map(policy -> PolicyEntry.of(policy, groups)).toList());
  }
}
