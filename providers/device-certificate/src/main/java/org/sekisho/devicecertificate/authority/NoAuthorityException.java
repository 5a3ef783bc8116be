package org.sekisho.devicecertificate.authority;

/** The root has signed no issuing CA of the tenant yet. */
public final class NoAuthorityException extends Exception {

  private static final long serialVersionUID = 1L;
}
