package org.sekisho.certauthority.revocation;

import org.bouncycastle.asn1.x509.CRLReason;

/** Why a certificate is revoked: those reasons of RFC 5280 section 5.3.1 that we give. */
public enum RevocationReason {
  /** The device is lost or stolen. */
  KEY_COMPROMISE(CRLReason.keyCompromise),
  /** The key of an issuing CA is in other hands; only the root says so. */
  CA_COMPROMISE(CRLReason.cACompromise),
  /** The user has left. */
  AFFILIATION_CHANGED(CRLReason.affiliationChanged),
  /** A renewed certificate has taken its place. */
  SUPERSEDED(CRLReason.superseded),
  /** The device is no longer used. */
  CESSATION_OF_OPERATION(CRLReason.cessationOfOperation);

  private final int code;

  RevocationReason(int code) {
    this.code = code;
  }

  /** The number in a list's entry and in an OCSP answer. */
  public int code() {
    return code;
  }
}
