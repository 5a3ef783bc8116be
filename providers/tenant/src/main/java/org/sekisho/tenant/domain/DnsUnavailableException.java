package org.sekisho.tenant.domain;

/** The DNS could not be asked, which says nothing about a record. */
public final class DnsUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  public DnsUnavailableException(String message) {
    super(message);
  }

  DnsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
