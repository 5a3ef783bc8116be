package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.sekisho.federation.microsoft365.DomainState.Move;
import org.sekisho.federation.microsoft365.FederationCall.Change;

/** What an administrator does to lead a domain back. */
final class DetachActions {

  private final DomainWork work;

  DetachActions(DomainWork work) {
    this.work = work;
  }

  DetachKit detachKit(String reason) {
    DetachKit[] kit = {null};
    work.change(
        reason,
        change -> {
          DomainEntity row = change.domain(work.domain());
          DomainWork.require(row, Move.HAND_OUT_DETACH_SCRIPT);
          List<TenantUser> users =
              new DomainUsers(change.view().session(), change.view().realm()).of(work.domain());
          long now = Time.currentTimeMillis();
          kit[0] =
              DetachKit.make(
                  change.view().session(), work.call().tenant().getName(), row, users, now);
          row.kitAt = now;
          row.kitUsers = DomainUsers.fingerprint(users);
        });
    return kit[0];
  }

  /** Leads back to Microsoft, by us or by the kit's script; a current kit is needed for both. */
  void detach(boolean byScript, String reason) {
    boolean scripted = byScript || work.answer().byScript();
    Optional<DirectoryTarget> directory =
        scripted ? Optional.empty() : Optional.of(work.directory());
    work.change(
        reason,
        change -> {
          DomainEntity row = change.domain(work.domain());
          Move move = scripted ? Move.HAND_OUT_DETACH_SCRIPT : Move.INTEND_DETACHMENT;
          DomainWork.require(row, move);
          requireCurrentKit(change, row);
          row.move(move);
        });
    directory.ifPresent(work::goOn);
  }

  private void requireCurrentKit(Change change, DomainEntity row) {
    String users =
        new DomainUsers(change.view().session(), change.view().realm()).fingerprint(work.domain());
    if (row.kitAt == null || !users.equals(row.kitUsers)) {
      throw FederationProblems.kitNotCurrent().toException();
    }
  }
}
