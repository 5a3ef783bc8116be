package org.sekisho.federation.microsoft365;

import java.util.List;
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
    if (scripted) {
      work.change(reason, change -> intend(change, Move.HAND_OUT_DETACH_SCRIPT));
      return;
    }
    DirectoryTarget directory = work.directory();
    work.exclusively(
        () -> {
          work.change(reason, change -> intend(change, Move.INTEND_DETACHMENT));
          work.goOn(directory);
          return null;
        });
  }

  private void intend(Change change, Move move) {
    DomainEntity row = change.domain(work.domain());
    DomainWork.require(row, move);
    requireCurrentKit(change, row);
    row.move(move);
  }

  private void requireCurrentKit(Change change, DomainEntity row) {
    String users =
        new DomainUsers(change.view().session(), change.view().realm()).fingerprint(work.domain());
    if (row.kitAt == null || !users.equals(row.kitUsers)) {
      throw FederationProblems.kitNotCurrent().toException();
    }
  }
}
