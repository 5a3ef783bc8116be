package org.sekisho.settings;

import java.util.List;
import java.util.Optional;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.rules.AccessRulesEntity;
import org.sekisho.loginpolicy.rules.AccessRulesEntity.State;
import org.sekisho.loginpolicy.rules.AccessRulesStore;
import org.sekisho.loginpolicy.rules.RulesPointer;

/** Which rules an operator goes back to. */
final class LastConfirmed {

  private static final int SEARCHED = 50;

  private LastConfirmed() {}

  /**
   * The confirmed rules below a pending change; where none is pending, those that were confirmed
   * before the present ones; the baseline where there are none or they cannot be read.
   */
  static AccessRules of(SettingsChange change, long now) {
    AccessRulesStore store = new AccessRulesStore(change.session());
    Optional<RulesPointer> pointer = AccessRulesStore.pointer(change.tenant());
    String present = pointer.map(RulesPointer::confirmedId).orElse("");
    boolean pending = pointer.filter(known -> known.isPending(now)).isPresent();
    if (pending) {
      return store.read(change.tenant(), present).orElse(AccessRules.BASELINE);
    }
    List<AccessRulesEntity> confirmed =
        store.history(change.tenant(), SEARCHED).stream()
            .filter(row -> row.state() == State.CONFIRMED && !row.id().equals(present))
            .toList();
    return confirmed.stream()
        .findFirst()
        .flatMap(row -> store.read(change.tenant(), row.id()))
        .orElse(AccessRules.BASELINE);
  }
}
