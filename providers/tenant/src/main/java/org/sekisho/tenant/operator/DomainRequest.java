package org.sekisho.tenant.operator;

/** The domain that a tenant is to have. */
record DomainRequest(String domain) {}
