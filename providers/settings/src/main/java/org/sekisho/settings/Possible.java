package org.sekisho.settings;

import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;

/** Supposes that a user proves whatever the user has set up. */
final class Possible {

  private Possible() {}

  static ProvenFactors all(Set<Factor> setUp) {
    ProvenFactors proven = ProvenFactors.NONE;
    for (Factor factor : setUp) {
      proven = proven.with(factor, 0);
    }
    return proven;
  }
}
