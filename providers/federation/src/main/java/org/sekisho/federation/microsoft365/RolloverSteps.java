package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;

/**
 * Takes the rollover of a tenant's signing key as far as it goes now. All domains of a tenant are
 * signed for with one key, so a step is left when every federated domain has confirmed it.
 */
final class RolloverSteps {

  private final Worker worker;
  private final Optional<DirectoryTarget> directory;

  /**
   * Goes on by these means.
   *
   * @param directory empty where the tenant hands out no rights: then administrators confirm
   */
  RolloverSteps(Worker worker, Optional<DirectoryTarget> directory) {
    this.worker = worker;
    this.directory = directory;
  }

  /** Goes on until a step has to wait, or Microsoft does not play along. */
  void goOn() {
    boolean moved = true;
    while (moved) {
      List<String> open = worker.read(RolloverSteps::open);
      for (String domain : open) {
        tell(domain);
      }
      moved = worker.read(view -> view.store().rollover(worker.realmId()).isPresent()) && step();
    }
  }

  /** The domains that have not confirmed the present step and that we may change. */
  private static List<String> open(Worker.View view) {
    boolean runs = view.store().rollover(view.realm().getId()).isPresent();
    return view.store().domains(view.realm().getId()).stream()
        .filter(row -> runs && row.state == DomainState.ROLLING_KEY)
        .filter(row -> !row.byScript && !row.stepConfirmed)
        .map(row -> row.domain)
        .toList();
  }

  /** What one domain answers holds up no other: each notes its own error. */
  private void tell(String domain) {
    CertificatePair wanted = worker.read(Rollovers::certificates);
    String issuer =
        worker.read(view -> view.store().domain(worker.realmId(), domain).orElseThrow().issuer);
    try {
      DirectoryWork.Outcome outcome =
          new DirectoryWork(directory.orElseThrow(RolloverSteps::closed))
              .trust(domain, issuer, wanted);
      worker.change(view -> note(view, domain, wanted, outcome));
    } catch (DirectoryException failed) {
      worker.change(
          view ->
              view.store()
                  .domain(worker.realmId(), domain)
                  .ifPresent(row -> row.lastError = failed.getMessage()));
    }
  }

  private static DirectoryException closed() {
    return new DirectoryException(
        DirectoryException.Kind.NOT_AUTHENTICATED, "", 0, "no directory is connected");
  }

  private static void note(
      Worker.View view, String domain, CertificatePair wanted, DirectoryWork.Outcome outcome) {
    DomainEntity row = view.store().domain(view.realm().getId(), domain).orElseThrow();
    if (row.stepConfirmed) {
      // An administrator has confirmed that the script did it; Microsoft may show that later.
      return;
    }
    boolean sameStep = Rollovers.certificates(view).equals(wanted);
    row.stepConfirmed = sameStep && outcome == DirectoryWork.Outcome.DONE;
    row.lastError = outcome == DirectoryWork.Outcome.DONE ? null : "rollover: " + outcome.name();
  }

  /** Whether a step was left. */
  private boolean step() {
    boolean[] moved = {false};
    worker.change(view -> moved[0] = stepIn(view));
    return moved[0];
  }

  private boolean stepIn(Worker.View view) {
    Optional<RolloverEntity> found = view.store().rollover(worker.realmId());
    if (found.isEmpty()) {
      return false;
    }
    RolloverEntity rollover = found.get();
    long now = Time.currentTimeMillis();
    boolean everywhere = Rollovers.waitingFor(view).isEmpty();
    boolean informed = SamlApplications.of(view.realm()).areThoseOf(rollover.informedOf);
    Optional<RolloverStep> next =
        rollover.step.next(
            new RolloverStep.Facts(everywhere, informed, now - rollover.stepAt),
            worker.config().waits().unlessCompromised(rollover.compromised));
    if (next.equals(Optional.of(rollover.step))) {
      return false;
    }
    record(view, rollover.step, next);
    leave(view, rollover, next, now);
    return next.isPresent();
  }

  private static void leave(
      Worker.View view, RolloverEntity rollover, Optional<RolloverStep> next, long now) {
    List<DomainEntity> rolling = Rollovers.rolling(view);
    if (next.isEmpty()) {
      view.keys().disable(rollover.oldKey);
      rolling.forEach(row -> row.move(DomainState.Move.END_ROLLOVER));
      view.store().end(rollover);
      return;
    }
    if (next.get() == RolloverStep.SWITCHED) {
      view.keys().activate(rollover.newKey, rollover.oldKey);
    }
    if (!next.get().wantsTheSameAs(rollover.step)) {
      rolling.forEach(row -> row.stepConfirmed = false);
    }
    rollover.step = next.get();
    rollover.stepAt = now;
  }

  private static void record(Worker.View view, RolloverStep before, Optional<RolloverStep> next) {
    Map<String, Object> change =
        Records.change(
            "rollover goes on",
            Map.of("step", before),
            Map.of("step", next.map(RolloverStep::name).orElse("DONE")));
    Records.ofServer(view.session(), view.realm(), "rollover", change);
  }
}
