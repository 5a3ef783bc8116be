package org.sekisho.certauthority;

/** A certificate, list or answer could not be made: the fault of the set-up, never of a request. */
public final class CertificateAuthorityException extends RuntimeException {

  public CertificateAuthorityException(String message, Throwable cause) {
    super(message, cause);
  }

  public CertificateAuthorityException(String message) {
    super(message);
  }
}
