package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.federation.microsoft365.DirectoryWork.Outcome;
import org.sekisho.federation.microsoft365.DomainState.Move;

class AbandonmentTest {

  private static final long NOW = 10_000_000;

  private static Optional<Move> after(Outcome seen, Long sentAt) {
    return Abandonment.move(seen, sentAt, NOW, Duration.ofMinutes(60));
  }

  @Test
  void whatWasSentIsLookedForBeforeTheDomainIsFree() {
    assertThat(after(Outcome.NOT_SEEN, NOW - 3_599_999)).isEmpty();
    assertThat(after(Outcome.NOT_SEEN, NOW - 3_600_000)).contains(Move.GIVE_UP);
    assertThat(after(Outcome.NOT_SEEN, null)).contains(Move.GIVE_UP);
  }

  @Test
  void whatMicrosoftHasDoneAfterAllIsNotForgotten() {
    assertThat(after(Outcome.DONE, NOW)).contains(Move.CONFIRM_FEDERATION);
    assertThat(after(Outcome.DONE, null)).contains(Move.CONFIRM_FEDERATION);
    assertThat(after(Outcome.FEDERATED_ELSEWHERE, NOW)).contains(Move.GIVE_UP);
  }
}
