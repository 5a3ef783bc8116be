package org.sekisho.loginpolicy;

import org.sekisho.core.Assurance;
import org.sekisho.core.ProvenFactors;

/** The level that relying parties are told; the realm's {@code acr.loa.map} names it. Pure. */
final class LevelOfAuthentication {

  private LevelOfAuthentication() {}

  static int of(ProvenFactors proven) {
    return Assurance.of(proven).level();
  }
}
