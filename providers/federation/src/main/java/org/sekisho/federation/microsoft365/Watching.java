package org.sekisho.federation.microsoft365;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;

/** Compares Microsoft's settings of a tenant's federated domains with ours, and notes drift. */
final class Watching {

  /** What ours are, read in one transaction. */
  private record Ours(FederationSettings agreed, String active, Set<String> known) {}

  private final Worker worker;

  Watching(Worker worker) {
    this.worker = worker;
  }

  /** Does nothing where the domain is not federated. */
  void look(String domain) {
    Optional<Ours> ours = worker.read(view -> ours(view, domain));
    Optional<DirectoryTarget> directory = worker.directory();
    if (ours.isEmpty() || directory.isEmpty()) {
      return;
    }
    Drift drift =
        new Drift(
            directory.get().federation(domain),
            ours.get().agreed(),
            ours.get().active(),
            ours.get().known());
    worker.change(view -> note(view, domain, ours.get(), String.join(",", drift.names())));
  }

  private static Optional<Ours> ours(Worker.View view, String domain) {
    SigningKeys keys = view.keys();
    return view.store()
        .domain(view.realm().getId(), domain)
        .filter(row -> row.state.isFederated())
        .map(
            row ->
                new Ours(
                    row.agreed(Rollovers.certificates(view)),
                    keys.activeCertificate(),
                    keys.certificates()));
  }

  /**
   * Where ours have changed since they were read, they do not belong to what Microsoft has shown: a
   * rollover that begins would pass for a foreign key. The domain stays due.
   */
  private static void note(Worker.View view, String domain, Ours compared, String drift) {
    if (!ours(view, domain).equals(Optional.of(compared))) {
      return;
    }
    DomainEntity row = view.store().domain(view.realm().getId(), domain).orElseThrow();
    String before = row.drift == null ? "" : row.drift;
    row.watchedAt = Time.currentTimeMillis();
    row.drift = drift;
    if (row.state == DomainState.FEDERATED) {
      row.lastError = null;
    }
    if (!before.equals(drift) && row.state.isFederated()) {
      Map<String, Object> change =
          Records.change(
              "compared with Microsoft's settings",
              Map.of("drift", before),
              Map.of("drift", drift));
      Records.ofServer(view.session(), view.realm(), "domains/" + domain, change);
    }
  }
}
