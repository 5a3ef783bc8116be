package org.sekisho.tenant.domain;

/**
 * The body of the call that begins to prove a domain, as it arrives: unchecked.
 *
 * @param reason why the tenant wants it, 1 to 500 characters
 */
record NewDomain(String domain, String reason) {}
