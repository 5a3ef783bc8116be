package org.sekisho.loginpolicy.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;

/** Fills the slots of a rule with what was proven; one proof counts for one slot. Pure. */
final class Slots {

  private Slots() {}

  /** The slots that stay empty in the best filling, without the factors that are used up. */
  static List<Set<Factor>> missing(List<Set<Factor>> slots, ProvenFactors proven) {
    return fill(slots, 0, proven, EnumSet.noneOf(Factor.class));
  }

  /** Tries each filling: there are at most three slots and a handful of factors. */
  private static List<Set<Factor>> fill(
      List<Set<Factor>> slots, int index, ProvenFactors proven, EnumSet<Factor> used) {
    if (index == slots.size()) {
      return List.of();
    }
    List<Set<Factor>> best = null;
    for (Factor factor : slots.get(index)) {
      if (proven.contains(factor) && !used.contains(factor)) {
        EnumSet<Factor> usedHere = EnumSet.copyOf(used);
        usedHere.add(factor);
        List<Set<Factor>> rest = fill(slots, index + 1, proven, usedHere);
        best = best == null || rest.size() < best.size() ? rest : best;
      }
    }
    List<Set<Factor>> skipped = skip(slots, index, proven, used);
    return best == null || skipped.size() < best.size() ? skipped : best;
  }

  private static List<Set<Factor>> skip(
      List<Set<Factor>> slots, int index, ProvenFactors proven, EnumSet<Factor> used) {
    EnumSet<Factor> open = EnumSet.copyOf(slots.get(index));
    open.removeIf(factor -> proven.contains(factor));
    List<Set<Factor>> missing = new ArrayList<>();
    missing.add(open);
    missing.addAll(fill(slots, index + 1, proven, used));
    return missing;
  }
}
