package org.sekisho.federation.microsoft365;

import java.util.Optional;

/**
 * How far a new signing key of the tenant is. Pure. Each step is left only when what it stands for
 * was seen at Microsoft, so a crash anywhere is followed by doing the same step again.
 */
enum RolloverStep {
  /** The new key is in the realm, passive. Microsoft is being told. */
  PUSHING,
  /** Every federated domain trusts both keys. The new one signs after a wait. */
  PUSHED,
  /** The new key signs. Microsoft is being told that it is the first one now. */
  SWITCHED,
  /** Microsoft has the new key first and the old one second. The old one goes after a wait. */
  SETTLED,
  /** Microsoft is being told to forget the old key. */
  WITHDRAWING;

  /**
   * What is known when a step is to be left.
   *
   * @param applicationsInformed whether somebody has said that the administrators of all other SAML
   *     applications, which the new key signs for as well, have its certificate
   */
  record Facts(boolean everywhereConfirmed, boolean applicationsInformed, long heldForMillis) {

    /** A wait counts only while no domain lacks what it is waited for. */
    private boolean have(long waitMillis) {
      return everywhereConfirmed && heldForMillis >= waitMillis;
    }
  }

  /** How long a step is held before the next. */
  record Waits(long beforeSwitchMillis, long beforeWithdrawalMillis) {

    /** Where somebody may have the old key, each hour of it is worse than a refused sign-in. */
    Waits unlessCompromised(boolean compromised) {
      return compromised ? new Waits(0, 0) : this;
    }
  }

  /** The next step; this one where it is to be held; empty where all is done. */
  Optional<RolloverStep> next(Facts facts, Waits waits) {
    return switch (this) {
      case PUSHING -> Optional.of(facts.everywhereConfirmed() ? PUSHED : this);
      case PUSHED ->
          Optional.of(
              facts.applicationsInformed() && facts.have(waits.beforeSwitchMillis())
                  ? SWITCHED
                  : this);
      case SWITCHED -> Optional.of(facts.everywhereConfirmed() ? SETTLED : this);
      case SETTLED -> Optional.of(facts.have(waits.beforeWithdrawalMillis()) ? WITHDRAWING : this);
      case WITHDRAWING -> facts.everywhereConfirmed() ? Optional.empty() : Optional.of(this);
    };
  }

  /**
   * Where a rollover stands once another domain takes part in it. Before the switch it is told like
   * the others, and the wait begins again: Microsoft needs that time for each domain.
   */
  RolloverStep joined() {
    return this == PUSHED ? PUSHING : this;
  }

  /** Whether Microsoft is to trust the same certificates, in the same order, as in the other. */
  boolean wantsTheSameAs(RolloverStep other) {
    return wanted("old", "new").equals(other.wanted("old", "new"));
  }

  /** What Microsoft is to trust in this step. */
  CertificatePair wanted(String oldCertificate, String newCertificate) {
    return switch (this) {
      case PUSHING, PUSHED -> new CertificatePair(oldCertificate, newCertificate);
      case SWITCHED, SETTLED -> new CertificatePair(newCertificate, oldCertificate);
      case WITHDRAWING -> new CertificatePair(newCertificate, null);
    };
  }
}
