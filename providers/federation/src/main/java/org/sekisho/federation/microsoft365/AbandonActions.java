package org.sekisho.federation.microsoft365;

import java.util.Optional;
import org.sekisho.federation.microsoft365.DomainState.Move;

/** An administrator gives a wish up, unless Microsoft has fulfilled it. */
final class AbandonActions {

  private final DomainWork work;

  AbandonActions(DomainWork work) {
    this.work = work;
  }

  /**
   * Gives up. A switch that was sent may still show at Microsoft: it is looked for from then on,
   * and the domain is free when it has not shown for long enough.
   */
  void abandon(String reason) {
    switch (work.answer().state()) {
      case FEDERATING -> stopSending(reason);
      case SCRIPT_HANDED_OUT -> takeBack(reason);
      case NOT_FEDERATED,
          PRE_FLIGHT,
          ABANDONING,
          FEDERATED,
          ROLLING_KEY,
          DETACHING,
          DETACH_SCRIPT_HANDED_OUT ->
          write(reason);
    }
  }

  /** Under the lease: nobody else is sending while this is written. */
  private void stopSending(String reason) {
    DirectoryTarget directory = work.directory();
    work.exclusively(
        () -> {
          write(reason);
          look(directory);
          return null;
        });
    if (work.answer().state().isFederated()) {
      throw FederationProblems.federatedHere().toException();
    }
  }

  /** Where Microsoft does not answer now, the job looks later. */
  private void look(DirectoryTarget directory) {
    try {
      new DomainSteps(work.call().worker(), directory).goOn(work.domain());
    } catch (DirectoryException later) {
      // It is in the domain's lastError.
    }
  }

  /** Somebody's word counts for a script; but Microsoft's counts more where we can read it. */
  private void takeBack(String reason) {
    if (seenFederatedHere()) {
      throw FederationProblems.federatedHere().toException();
    }
    write(reason);
  }

  private boolean seenFederatedHere() {
    String issuer = work.answer().issuer();
    try {
      Optional<DirectoryTarget> directory = work.call().worker().directory();
      return directory
          .map(found -> new DirectoryWork(found).look(work.domain(), issuer))
          .filter(DirectoryWork.Outcome.DONE::equals)
          .isPresent();
    } catch (DirectoryException unreadable) {
      return false;
    }
  }

  private void write(String reason) {
    work.change(
        reason,
        change -> {
          DomainEntity row = change.domain(work.domain());
          DomainWork.require(row, Move.ABANDON);
          row.move(Move.ABANDON);
          row.lastError = null;
          Rollovers.join(change.view(), row);
        });
  }
}
