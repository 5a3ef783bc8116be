package org.sekisho.tenant.lifecycle;

import java.util.List;
import java.util.Set;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plan;

/**
 * A wish to move a tenant to another plan. Pure; it names everything that stands in the way.
 *
 * @param ids the tenant's IDs, disabled ones too
 * @param domains the tenant's domains
 * @param options those that the tenant is to have afterwards
 * @param devicePolicies names of its login policies that ask for enrolled devices; none where the
 *     operator has said that they may be left without
 */
public record PlanChange(
    Plan to, long ids, Set<DomainName> domains, Set<String> options, List<String> devicePolicies) {

  /** Empty where the change may be made as it is. */
  public Faults obstacles(TenantRules rules) {
    Faults obstacles = new Faults();
    obstacles.require(
        "users",
        to.users().admits(ids),
        "the tenant has %d IDs, the plan '%s' grants %s".formatted(ids, to.id(), to.users().max()));
    rules.checkFits(domains, options, to, obstacles);
    obstacles.require(
        "loginPolicies",
        devicePolicies.isEmpty() || options.contains(Tenant.DEVICE_CERTIFICATE),
        "the login policies '%s' ask for enrolled devices, which the tenant would not have: have"
                .formatted(String.join("', '", devicePolicies))
            + " them changed, or set leaveDevicePolicies and a ticket");
    return obstacles;
  }
}
