package org.sekisho.federation.microsoft365;

import java.util.List;
import org.keycloak.common.util.Time;

/** What the tables tell of a tenant's rollover, and how domains come into it. */
final class Rollovers {

  private Rollovers() {}

  /** What Microsoft is to trust now. */
  static CertificatePair certificates(Worker.View view) {
    SigningKeys keys = view.keys();
    return view.store()
        .rollover(view.realm().getId())
        .map(
            rollover ->
                rollover.step.wanted(
                    keys.certificate(rollover.oldKey), keys.certificate(rollover.newKey)))
        .orElseGet(() -> new CertificatePair(keys.activeCertificate(), null));
  }

  /** A domain that is federated while a rollover runs takes part in it from now on. */
  static void join(Worker.View view, DomainEntity row) {
    if (row.state != DomainState.FEDERATED) {
      return;
    }
    view.store()
        .rollover(view.realm().getId())
        .ifPresent(
            rollover -> {
              row.move(DomainState.Move.BEGIN_ROLLOVER);
              row.stepConfirmed = false;
              rollover.step = rollover.step.joined();
            });
  }

  /**
   * Writes that a rollover begins: the new key, and the step. Nothing is at Microsoft yet.
   *
   * @throws jakarta.ws.rs.WebApplicationException while a domain is on its way to us or back: it
   *     would be told of no key
   */
  static void begin(Worker.View view, boolean compromised, String reason) {
    List<DomainEntity> domains = view.store().domains(view.realm().getId());
    List<DomainEntity> unsettled = domains.stream().filter(row -> row.state.isUnsettled()).toList();
    if (!unsettled.isEmpty()) {
      throw FederationProblems.unsettled(unsettled).toException();
    }
    long now = Time.currentTimeMillis();
    RolloverEntity rollover = new RolloverEntity();
    rollover.realmId = view.realm().getId();
    rollover.oldKey = view.keys().active();
    rollover.newKey = view.keys().createPassive(now);
    rollover.step = RolloverStep.PUSHING;
    rollover.startedAt = now;
    rollover.stepAt = now;
    rollover.compromised = compromised;
    rollover.reason = reason;
    view.store().begin(rollover);
    for (DomainEntity row : domains) {
      row.stepConfirmed = false;
      if (row.can(DomainState.Move.BEGIN_ROLLOVER)) {
        row.move(DomainState.Move.BEGIN_ROLLOVER);
      }
    }
  }

  static List<DomainEntity> rolling(Worker.View view) {
    return view.store().domains(view.realm().getId()).stream()
        .filter(row -> row.state == DomainState.ROLLING_KEY)
        .toList();
  }

  /** The domains for which the present step is held. */
  static List<String> waitingFor(Worker.View view) {
    return view.store().domains(view.realm().getId()).stream()
        .filter(row -> row.state.holdsRollover(row.stepConfirmed))
        .map(row -> row.domain)
        .toList();
  }
}
