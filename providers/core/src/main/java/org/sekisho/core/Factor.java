package org.sekisho.core;

/** A way to prove who somebody is. The name is stored in session notes: never rename one. */
public enum Factor {
  PASSWORD(Kind.KNOWLEDGE),
  SMS(Kind.POSSESSION),
  TOTP(Kind.POSSESSION),
  RECOVERY_CODE(Kind.POSSESSION),
  PASSKEY(Kind.POSSESSION),
  DEVICE_CERTIFICATE(Kind.POSSESSION);

  /** NIST SP 800-63B §5.1: two factors count as such only where they are of different kinds. */
  public enum Kind {
    KNOWLEDGE,
    POSSESSION
  }

  private final Kind kind;

  Factor(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
