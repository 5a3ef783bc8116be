package org.sekisho.tenant.operator;

/**
 * The body of the call that closes a tenant.
 *
 * @param ticket number of the case, 1 to 64 characters
 * @param confirmation the tenant's id, typed once more
 */
record CloseRequest(String ticket, String confirmation) {}
