package org.sekisho.loginpolicy.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.core.Factor;

/**
 * What a policy asks of those who come from one zone: nobody gets in, or a factor for each slot.
 *
 * @param deny whether nobody gets in; then there are no slots
 * @param slots in the order in which they are asked; one factor of each is to be proven, and one
 *     proof counts for one slot
 * @param recoveryCode whether a recovery code stands in for the second slot, the emergency way;
 *     never for an enrolled device that is alone in its slot
 */
public record Rule(boolean deny, List<Set<Factor>> slots, boolean recoveryCode) {

  /** Whoever writes this means the device: nothing stands in for it. */
  static final Set<Factor> DEVICE_ALONE = Set.of(Factor.DEVICE_CERTIFICATE);

  public static final Rule DENY = new Rule(true, List.of(), false);

  private static final int SECOND = 1;

  public Rule {
    slots = slots.stream().map(Set::copyOf).toList();
    if (deny != slots.isEmpty() || slots.stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException("a rule denies, or lists factors for each slot");
    }
  }

  public static Rule ask(boolean recoveryCode, List<Set<Factor>> slots) {
    return new Rule(false, slots, recoveryCode);
  }

  /** The factors that fill each slot, the emergency way included. */
  List<Set<Factor>> choices() {
    if (!recoveryCode || slots.size() <= SECOND || slots.get(SECOND).equals(DEVICE_ALONE)) {
      return slots;
    }
    List<Set<Factor>> choices = new ArrayList<>(slots);
    Set<Factor> extended = new TreeSet<>(slots.get(SECOND));
    extended.add(Factor.RECOVERY_CODE);
    choices.set(SECOND, extended);
    return choices;
  }

  /** Whether some slot can be filled with the factor. */
  public boolean uses(Factor factor) {
    return choices().stream().anyMatch(slot -> slot.contains(factor));
  }
}
