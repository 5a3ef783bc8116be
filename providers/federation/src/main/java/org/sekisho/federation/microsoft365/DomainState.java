package org.sekisho.federation.microsoft365;

import java.util.Map;
import java.util.Optional;

/**
 * Where a domain stands on its way to Microsoft and back. Pure.
 *
 * <p>The states that end in {@code ING} are intentions: written before Microsoft is called, left
 * when Microsoft was read back. Whoever finds one after a crash goes on from it.
 */
enum DomainState {
  NOT_FEDERATED,
  /** A pre-flight has been made; whether it lets the domain pass is in its result. */
  PRE_FLIGHT,
  FEDERATING,
  /**
   * The switch was given up after it was sent to Microsoft: nothing is sent any more, and it is
   * looked whether it was done after all.
   */
  ABANDONING,
  /** An administrator has the script that federates; whether it was run is not known. */
  SCRIPT_HANDED_OUT,
  FEDERATED,
  /** A new signing key is on its way. */
  ROLLING_KEY,
  DETACHING,
  /** An administrator has the script that leads back; whether it was run is not known. */
  DETACH_SCRIPT_HANDED_OUT;

  /** What can happen to a domain. */
  enum Move {
    CHECK,
    INTEND_FEDERATION,
    HAND_OUT_SCRIPT,
    CONFIRM_FEDERATION,
    BEGIN_ROLLOVER,
    END_ROLLOVER,
    INTEND_DETACHMENT,
    HAND_OUT_DETACH_SCRIPT,
    CONFIRM_DETACHMENT,
    /** An administrator gives the wish up. */
    ABANDON,
    /** Microsoft was looked at for long enough, and does not do it. */
    GIVE_UP
  }

  private static final Map<DomainState, Map<Move, DomainState>> TABLE =
      Map.of(
          NOT_FEDERATED, Map.of(Move.CHECK, PRE_FLIGHT, Move.HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT),
          PRE_FLIGHT,
              Map.of(
                  Move.CHECK, PRE_FLIGHT,
                  Move.INTEND_FEDERATION, FEDERATING,
                  Move.HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT,
                  Move.ABANDON, NOT_FEDERATED),
          FEDERATING,
              Map.of(
                  Move.INTEND_FEDERATION, FEDERATING,
                  Move.CONFIRM_FEDERATION, FEDERATED,
                  Move.HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT,
                  Move.ABANDON, ABANDONING,
                  Move.GIVE_UP, NOT_FEDERATED),
          ABANDONING,
              Map.of(
                  Move.INTEND_FEDERATION, FEDERATING,
                  Move.CONFIRM_FEDERATION, FEDERATED,
                  Move.HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT,
                  Move.GIVE_UP, NOT_FEDERATED),
          SCRIPT_HANDED_OUT,
              Map.of(
                  Move.HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT,
                  Move.CONFIRM_FEDERATION, FEDERATED,
                  Move.ABANDON, NOT_FEDERATED),
          FEDERATED,
              Map.of(
                  Move.BEGIN_ROLLOVER, ROLLING_KEY,
                  Move.INTEND_DETACHMENT, DETACHING,
                  Move.HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT),
          ROLLING_KEY,
              Map.of(
                  Move.END_ROLLOVER, FEDERATED,
                  Move.INTEND_DETACHMENT, DETACHING,
                  Move.HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT),
          DETACHING,
              Map.of(
                  Move.INTEND_DETACHMENT, DETACHING,
                  Move.HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT,
                  Move.CONFIRM_DETACHMENT, NOT_FEDERATED),
          DETACH_SCRIPT_HANDED_OUT,
              Map.of(
                  Move.HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT,
                  Move.CONFIRM_DETACHMENT, NOT_FEDERATED,
                  Move.ABANDON, FEDERATED));

  /** Where the move leads; empty where it is not possible from here. */
  Optional<DomainState> after(Move move) {
    return Optional.ofNullable(TABLE.get(this).get(move));
  }

  /** Whether Microsoft is thought to send the domain's users to us. */
  boolean isFederated() {
    return this == FEDERATED || this == ROLLING_KEY;
  }

  /**
   * Whether Microsoft may send the domain's users to us without our knowing: the switch, or the way
   * back, is on its way or in somebody's hands. No rollover begins or goes on past such a domain,
   * because nobody knows whether it trusts the key that would sign.
   */
  boolean isUnsettled() {
    return switch (this) {
      case FEDERATING, ABANDONING, SCRIPT_HANDED_OUT, DETACHING, DETACH_SCRIPT_HANDED_OUT -> true;
      case NOT_FEDERATED, PRE_FLIGHT, FEDERATED, ROLLING_KEY -> false;
    };
  }

  /**
   * Whether a step of a rollover waits for a domain in this state.
   *
   * @param confirmed whether what the step wants is known to be at Microsoft
   */
  boolean holdsRollover(boolean confirmed) {
    return isUnsettled() || (isFederated() && !confirmed);
  }

  /** Whether a step was begun whose outcome is not known. */
  boolean isIntention() {
    return this == FEDERATING || this == ABANDONING || this == DETACHING;
  }
}
