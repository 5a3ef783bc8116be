package org.sekisho.settings;

import java.util.List;
import org.sekisho.core.Faults;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.RuleFloor;

/** Rules that somebody thinks about: what is left out is as it is in force now. */
final class Draft {

  private Draft() {}

  static AccessRules of(
      SettingsCall call, List<NetworkEntry> networks, List<PolicyEntry> policies, Faults faults) {
    AccessRules now = RulesInForce.of(call.session(), call.tenant(), call.now()).rules();
    AccessRules draft =
        new AccessRules(
            networks == null ? now.networks() : NetworkEntry.parse(networks, faults),
            policies == null
                ? now.policies()
                : PolicyEntry.parse(
                    policies, new TenantNames(call.session(), call.tenant()), faults));
    if (faults.found().isEmpty()) {
      RuleFloor.faults(draft).found().forEach(fault -> faults.add(fault.member(), fault.detail()));
    }
    return draft;
  }
}
