package org.sekisho.loginpolicy;

import org.sekisho.core.ProvenFactors;

/** The level that relying parties are told; the realm's {@code acr.loa.map} names it. Pure. */
final class LevelOfAuthentication {

  private static final int ONE_FACTOR = 1;
  private static final int TWO_FACTORS = 2;

  private LevelOfAuthentication() {}

  static int of(ProvenFactors proven) {
    return proven.areMultiFactor() ? TWO_FACTORS : ONE_FACTOR;
  }
}
