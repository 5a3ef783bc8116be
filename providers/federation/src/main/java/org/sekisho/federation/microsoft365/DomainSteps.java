package org.sekisho.federation.microsoft365;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.common.util.Time;

/**
 * Goes on with what was begun for a domain: federating, giving that up, and detaching. The
 * intention is in the table; this calls Microsoft, reads it back and writes what was seen.
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
    return switch (plan.state()) {
      case FEDERATING -> work.federate(domain, plan.wanted(), () -> sending(domain));
      case ABANDONING -> work.look(domain, plan.issuer());
      case DETACHING -> work.detach(domain, plan.issuer());
      case NOT_FEDERATED, PRE_FLIGHT, SCRIPT_HANDED_OUT -> throw noIntention(plan);
      case FEDERATED, ROLLING_KEY, DETACH_SCRIPT_HANDED_OUT -> throw noIntention(plan);
    };
  }

  private static IllegalStateException noIntention(Plan plan) {
    return new IllegalStateException(plan.state() + " is no intention");
  }

  /**
   * Before it is sent, so that it is known whatever becomes of the answer or of this node.
   *
   * @throws IllegalStateException where the wish was given up in the meantime; nothing is sent then
   */
  private void sending(String domain) {
    worker.change(
        view ->
            row(
                view,
                domain,
                row -> {
                  if (row.state != DomainState.FEDERATING) {
                    throw new IllegalStateException("the switch was given up");
                  }
                  row.federateSentAt = Time.currentTimeMillis();
                }));
  }

  private void note(String domain, Plan plan, DirectoryWork.Outcome outcome) {
    worker.change(
        view ->
            row(
                view,
                domain,
                row -> {
                  if (row.state == plan.state()) {
                    noteIn(view, row, outcome);
                  }
                }));
  }

  private void noteIn(Worker.View view, DomainEntity row, DirectoryWork.Outcome outcome) {
    DomainState before = row.state;
    if (before == DomainState.ABANDONING) {
      abandoned(view, row, outcome);
    } else {
      done(view, row, outcome);
    }
    if (row.state != before) {
      Map<String, Object> change =
          Records.change("seen at Microsoft", Map.of("state", before), Map.of("state", row.state));
      Records.ofServer(view.session(), view.realm(), "domains/" + row.domain, change);
    }
  }

  private void abandoned(Worker.View view, DomainEntity row, DirectoryWork.Outcome outcome) {
    row.lastError = null;
    Abandonment.move(
            outcome,
            row.federateSentAt,
            Time.currentTimeMillis(),
            worker.config().abandonmentLooks())
        .ifPresent(row::move);
    Rollovers.join(view, row);
  }

  private static void done(Worker.View view, DomainEntity row, DirectoryWork.Outcome outcome) {
    boolean federating = row.state == DomainState.FEDERATING;
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
          row.move(DomainState.Move.GIVE_UP);
        } else {
          row.move(DomainState.Move.CONFIRM_DETACHMENT);
        }
      }
      case NOT_SEEN -> row.lastError = "not seen at Microsoft yet";
    }
  }

  private static void row(Worker.View view, String domain, Consumer<DomainEntity> change) {
    view.store().domain(view.realm().getId(), domain).ifPresent(change);
  }
}
