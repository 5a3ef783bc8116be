package org.sekisho.core;

/**
 * How sure a relying party may be of who somebody is, weakest first. The number is the level of
 * Keycloak's {@code acr.loa.map}; both are told to relying parties: never change one.
 */
public enum Assurance {
  /** Nothing, or no password: a session that came into being without a sign-in of ours. */
  NONE(0),
  /** The password, and nothing of another kind. */
  PASSWORD(1),
  /** Factors of two different kinds (NIST SP 800-63B §4.2). */
  MULTI_FACTOR(2);

  private final int level;

  Assurance(int level) {
    this.level = level;
  }

  public int level() {
    return level;
  }

  public boolean satisfies(Assurance demanded) {
    return level >= demanded.level;
  }

  /** The strongest that is true. */
  public static Assurance of(ProvenFactors proven) {
    if (proven.areMultiFactor()) {
      return MULTI_FACTOR;
    }
    return proven.contains(Factor.PASSWORD) ? PASSWORD : NONE;
  }
}
