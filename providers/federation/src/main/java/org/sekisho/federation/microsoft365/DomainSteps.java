package org.sekisho.federation.microsoft365;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes on with what was begun for a domain: federating and detaching. The intention is in the
 * table; this calls Microsoft, reads it back and writes what was seen.
 */
final class DomainSteps {

  /** What a step needs to know, read in one transaction. */
  private record Plan(DomainState state, String issuer, FederationSettings wanted) {}

  private final Worker worker;
  private final DirectoryTarget directory;

  DomainSteps(Worker worker, DirectoryTarget directory) {
    this.worker = worker;
    this.directory = directory;
  }

  /** The last outcome; empty where nothing was to be done. */
  Optional<DirectoryWork.Outcome> goOn(String domain) {
    Optional<Plan> plan = worker.read(view -> plan(view, domain));
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    try {
      DirectoryWork.Outcome outcome = atMicrosoft(domain, plan.get());
      note(domain, plan.get(), outcome);
      return Optional.of(outcome);
    } catch (DirectoryException failed) {
      worker.change(view -> row(view, domain, row -> row.lastError = failed.getMessage()));
      throw failed;
    }
  }

  private static Optional<Plan> plan(Worker.View view, String domain) {
    return view.store()
        .domain(view.realm().getId(), domain)
        .filter(row -> row.state.isIntention() && !row.byScript)
        .map(row -> new Plan(row.state, row.issuer, row.agreed(Rollovers.certificates(view))));
  }

  private DirectoryWork.Outcome atMicrosoft(String domain, Plan plan) {
    DirectoryWork work = new DirectoryWork(directory);
    return plan.state() == DomainState.FEDERATING
        ? work.federate(domain, plan.wanted())
        : work.detach(domain, plan.issuer());
  }

  private void note(String domain, Plan plan, DirectoryWork.Outcome outcome) {
    worker.change(
        view ->
            row(
                view,
                domain,
                row -> {
                  if (row.state == plan.state()) {
                    note(view, row, outcome);
                  }
                }));
  }

  private static void note(Worker.View view, DomainEntity row, DirectoryWork.Outcome outcome) {
    DomainState before = row.state;
    boolean federating = before == DomainState.FEDERATING;
    switch (outcome) {
      case DONE -> {
        row.lastError = null;
        row.move(
            federating ? DomainState.Move.CONFIRM_FEDERATION : DomainState.Move.CONFIRM_DETACHMENT);
        row.drift = "";
        Rollovers.join(view, row);
      }
      case FEDERATED_ELSEWHERE -> {
        row.lastError = "federated elsewhere";
        if (federating) {
          row.move(DomainState.Move.ABANDON);
        } else {
          row.move(DomainState.Move.CONFIRM_DETACHMENT);
        }
      }
      case NOT_SEEN -> row.lastError = "not seen at Microsoft yet";
    }
    if (row.state != before) {
      Map<String, Object> change =
          Records.change("seen at Microsoft", Map.of("state", before), Map.of("state", row.state));
      Records.ofServer(view.session(), view.realm(), "domains/" + row.domain, change);
    }
  }

  private static void row(Worker.View view, String domain, Consumer<DomainEntity> change) {
    view.store().domain(view.realm().getId(), domain).ifPresent(change);
  }
}
