package org.sekisho.certauthority.request;

/** Why a device's request is refused; stable, for answers and the audit. */
public enum RequestRefusal {
  /** More than 16 KiB. */
  TOO_LARGE,
  /** Not one PKCS#10 request in PEM or DER. */
  MALFORMED,
  /** Neither RSA nor EC on P-256 or P-384. */
  KEY_TYPE_REFUSED,
  /** RSA with fewer than 2048 or more than 4096 bits. */
  KEY_SIZE_REFUSED,
  /** A key that anybody can work out, or that is none. */
  KEY_WEAK,
  /** The signature is not that of the key, or made with an outdated algorithm. */
  POSSESSION_NOT_PROVEN,
  /** The same key has a certificate already: one certificate, one device. */
  KEY_ALREADY_REGISTERED,
  /** Shorter than 30 days or longer than three years. */
  VALIDITY_OUT_OF_RANGE
}
