package org.sekisho.tenant.lifecycle;

import java.util.Set;
import org.sekisho.core.DomainName;
import org.sekisho.tenant.plan.Plan;

/** A tenant that may be opened: every value is checked against its plan. */
public record NewTenant(
    String id, String displayName, Plan plan, Set<DomainName> domains, Set<String> options) {}
