package org.sekisho.tenant.lifecycle;

import java.util.List;

/** The body of the call that opens a tenant, as it arrives: unchecked. */
public record OpenTenantRequest(
    String id, String displayName, String plan, List<String> domains, List<String> options) {}
