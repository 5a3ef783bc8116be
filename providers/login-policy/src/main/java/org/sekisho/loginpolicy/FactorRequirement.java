package org.sekisho.loginpolicy;

import org.sekisho.core.ProvenFactors;

/**
 * What a sign-in must have proven. Pure.
 *
 * <p>The provider's baseline, the same for every plan: two factors of different kinds.
 */
final class FactorRequirement {

  /** Level of authentication after two factors; the realm's {@code acr.loa.map} names it. */
  static final int LEVEL_TWO_FACTORS = 2;

  private FactorRequirement() {}

  static boolean isMetBy(ProvenFactors proven) {
    return proven.areMultiFactor();
  }
}
