package org.sekisho.tenant.register;

import org.sekisho.core.DomainName;

/** A domain belongs to another tenant. */
public final class DomainTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String domain;

  DomainTakenException(DomainName domain) {
    super("the domain belongs to another tenant");
    this.domain = domain.value();
  }

  public String domain() {
    return domain;
  }
}
