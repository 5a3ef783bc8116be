package org.sekisho.federation.microsoft365;

/**
 * A user as the tenant has it.
 *
 * @param immutableId null where there is none
 */
record TenantUser(String id, String userId, String immutableId, boolean enabled) {}
