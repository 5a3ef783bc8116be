package org.sekisho.tenant;

import java.util.Set;
import org.sekisho.core.DomainName;

/** A tenant that may be opened: every value is checked against its plan. */
record NewTenant(
    String id, String displayName, Plan plan, Set<DomainName> domains, Set<String> options) {}
