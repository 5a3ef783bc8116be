package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.federation.microsoft365.DomainState.Move;

class DomainStateTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_FEDERATED, CHECK, PRE_FLIGHT",
    "NOT_FEDERATED, HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT",
    "PRE_FLIGHT, CHECK, PRE_FLIGHT",
    "PRE_FLIGHT, INTEND_FEDERATION, FEDERATING",
    "PRE_FLIGHT, HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT",
    "PRE_FLIGHT, ABANDON, NOT_FEDERATED",
    "FEDERATING, INTEND_FEDERATION, FEDERATING",
    "FEDERATING, CONFIRM_FEDERATION, FEDERATED",
    "FEDERATING, ABANDON, ABANDONING",
    "FEDERATING, GIVE_UP, NOT_FEDERATED",
    "FEDERATING, HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT",
    "ABANDONING, INTEND_FEDERATION, FEDERATING",
    "ABANDONING, CONFIRM_FEDERATION, FEDERATED",
    "ABANDONING, HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT",
    "ABANDONING, GIVE_UP, NOT_FEDERATED",
    "SCRIPT_HANDED_OUT, HAND_OUT_SCRIPT, SCRIPT_HANDED_OUT",
    "SCRIPT_HANDED_OUT, CONFIRM_FEDERATION, FEDERATED",
    "SCRIPT_HANDED_OUT, ABANDON, NOT_FEDERATED",
    "FEDERATED, BEGIN_ROLLOVER, ROLLING_KEY",
    "FEDERATED, INTEND_DETACHMENT, DETACHING",
    "FEDERATED, HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT",
    "ROLLING_KEY, END_ROLLOVER, FEDERATED",
    "ROLLING_KEY, INTEND_DETACHMENT, DETACHING",
    "ROLLING_KEY, HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT",
    "DETACHING, INTEND_DETACHMENT, DETACHING",
    "DETACHING, HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT",
    "DETACHING, CONFIRM_DETACHMENT, NOT_FEDERATED",
    "DETACH_SCRIPT_HANDED_OUT, HAND_OUT_DETACH_SCRIPT, DETACH_SCRIPT_HANDED_OUT",
    "DETACH_SCRIPT_HANDED_OUT, CONFIRM_DETACHMENT, NOT_FEDERATED",
    "DETACH_SCRIPT_HANDED_OUT, ABANDON, FEDERATED"
  })
  void aMoveLeadsOn(DomainState from, Move move, DomainState to) {
    assertThat(from.after(move)).contains(to);
  }

  @Test
  void noOtherMoveIsPossible() {
    long possible =
        Stream.of(DomainState.values())
            .flatMap(from -> Stream.of(Move.values()).map(from::after))
            .filter(java.util.Optional::isPresent)
            .count();
    assertThat(possible).isEqualTo(30);
  }

  /** Each is one in which Microsoft may send users here although it was not told of the key. */
  @ParameterizedTest
  @CsvSource({
    "NOT_FEDERATED, false, false",
    "PRE_FLIGHT, false, false",
    "FEDERATING, true, true",
    "ABANDONING, true, true",
    "SCRIPT_HANDED_OUT, true, true",
    "FEDERATED, false, true",
    "ROLLING_KEY, false, true",
    "DETACHING, true, true",
    "DETACH_SCRIPT_HANDED_OUT, true, true"
  })
  void noRolloverPassesADomainOfWhichNobodyKnows(
      DomainState state, boolean unsettled, boolean holdsUnconfirmed) {
    assertThat(state.isUnsettled()).isEqualTo(unsettled);
    assertThat(state.holdsRollover(false)).isEqualTo(holdsUnconfirmed);
    assertThat(state.holdsRollover(true)).isEqualTo(unsettled);
  }

  @Test
  void withoutAPreflightNothingIsFederatedByUs() {
    assertThat(DomainState.NOT_FEDERATED.after(Move.INTEND_FEDERATION)).isEmpty();
  }
}
