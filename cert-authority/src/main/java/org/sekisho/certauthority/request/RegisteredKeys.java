package org.sekisho.certauthority.request;

/** The keys that have a certificate already, of whatever state. */
public interface RegisteredKeys {

  /**
   * True where the tenant has a certificate for the key.
   *
   * @param sha256 of the SubjectPublicKeyInfo, see {@link AdmittedKey#sha256()}
   */
  boolean contains(String sha256);
}
