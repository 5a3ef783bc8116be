package org.sekisho.certauthority.keystore;

/** A CA's key cannot be made or opened. */
public final class CaKeyException extends RuntimeException {

  /** Why; stable, for logs and metrics. */
  public enum Reason {
    /** The key was made by another kind of store. */
    FOREIGN_SCHEME,
    /** The configuration does not have the key-encryption key that the row names. */
    KEK_UNKNOWN,
    /** The row is not what was stored for this tenant and generation. */
    NOT_AUTHENTIC,
    /** The token does not hold the key. */
    KEY_MISSING,
    /** The token would let the key out. */
    EXTRACTABLE,
    /** The store does not work. */
    UNAVAILABLE
  }

  private final Reason reason;

  CaKeyException(Reason reason, String message) {
    super(reason + ": " + message);
    this.reason = reason;
  }

  CaKeyException(Reason reason, Throwable cause) {
    super(reason.toString(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
