package org.sekisho.federation.microsoft365;

import java.time.Duration;
import java.util.Optional;

/** When a switch that was given up is known not to happen any more. Pure. */
final class Abandonment {

  private Abandonment() {}

  /**
   * Where the domain goes.
   *
   * @param seen what Microsoft shows now
   * @param sentAt when it was last asked to federate, milliseconds; null for never
   * @param looks for how long a switch that was sent may still show
   * @return empty where it has to be looked at again
   */
  static Optional<DomainState.Move> move(
      DirectoryWork.Outcome seen, Long sentAt, long now, Duration looks) {
    return switch (seen) {
      case DONE -> Optional.of(DomainState.Move.CONFIRM_FEDERATION);
      case FEDERATED_ELSEWHERE -> Optional.of(DomainState.Move.GIVE_UP);
      case NOT_SEEN ->
          sentAt == null || now - sentAt >= looks.toMillis()
              ? Optional.of(DomainState.Move.GIVE_UP)
              : Optional.empty();
    };
  }
}
