package org.sekisho.tenant.domain;

import java.util.Set;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.plan.DomainKind;
import org.sekisho.tenant.plan.Plan;

/** Which tenants may bring domains, and which domains. Pure. */
record OwnDomainRules(TenantRules rules) {

  private static final String OPEN_RULES = "baseline-or-stricter";
  private static final int LONGEST_REASON = 500;

  static boolean mayBring(Plan plan) {
    return plan.securityRules().equals(OPEN_RULES) && plan.domainKinds().contains(DomainKind.OWN);
  }

  static void checkReason(String reason, Faults faults) {
    faults.checkLine("reason", reason, LONGEST_REASON);
  }

  DomainKind kindOf(DomainName domain) {
    return DomainKind.of(domain, rules.provider());
  }

  /**
   * Whether a tenant may have one more domain.
   *
   * @param wished all domains that the tenant would have then
   */
  void check(DomainName added, Set<DomainName> wished, Plan plan, Faults faults) {
    faults.require(
        "domain",
        kindOf(added) == DomainKind.OWN,
        "domains below %s are given by the operator".formatted(rules.provider()));
    faults.require(
        "domain",
        added.value().length() <= ProofRecord.LONGEST_DOMAIN,
        "must have at most %d characters".formatted(ProofRecord.LONGEST_DOMAIN));
    rules.checkFits(wished, Set.of(), plan, faults);
  }
}
