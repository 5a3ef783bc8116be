package org.sekisho.federation.microsoft365;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.core.DomainName;
import org.sekisho.core.Tenant;

/** What the API tells. Members that are null are left out; times are as in RFC 3339. */
final class Answers {

  /** All that there is. */
  record Overview(Directory directory, RolloverAnswer rollover, List<Domain> domains) {}

  /**
   * The tenant's directory at Microsoft.
   *
   * @param clientId null where the provider's application is used
   */
  record Directory(String directoryId, String clientId) {}

  /** The last pre-flight. */
  record LastPreflight(
      String at,
      String validUntil,
      int users,
      int differences,
      int lockedOut,
      int emergencyAdministrators) {}

  /** The last detach kit; {@code current} whether the users are still those of the kit. */
  record Kit(String madeAt, boolean current) {}

  /** What the last comparison with Microsoft's settings has found. */
  record Watch(String at, List<String> drift) {}

  /** A domain. */
  record Domain(
      String domain,
      DomainState state,
      boolean byScript,
      String mfaBehavior,
      String issuer,
      String signInUri,
      LastPreflight preflight,
      Kit detachKit,
      Watch watch,
      String lastError) {}

  private final Worker.View view;
  private final Microsoft365Config config;

  Answers(Worker.View view, Microsoft365Config config) {
    this.view = view;
    this.config = config;
  }

  Overview overview() {
    return new Overview(directory(), RolloverAnswer.of(view, config.waits()), domains());
  }

  Directory directory() {
    return view.store()
        .directory(view.realm().getId())
        .map(row -> new Directory(row.directoryId, row.clientId))
        .orElse(new Directory(null, null));
  }

  /** The tenant's domains, and those that it has lost while they were federated. */
  List<Domain> domains() {
    Set<String> names = new TreeSet<>();
    Tenant.of(view.realm()).orElseThrow().domains().stream()
        .map(DomainName::value)
        .forEach(names::add);
    view.store().domains(view.realm().getId()).stream()
        .filter(row -> row.state != DomainState.NOT_FEDERATED)
        .forEach(row -> names.add(row.domain));
    return names.stream().map(this::domain).toList();
  }

  Domain domain(String name) {
    return view.store()
        .domain(view.realm().getId(), name)
        .map(this::domain)
        .orElseGet(
            () ->
                new Domain(
                    name,
                    DomainState.NOT_FEDERATED,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
  }

  private Domain domain(DomainEntity row) {
    return new Domain(
        row.domain,
        row.state,
        row.byScript,
        row.mfaBehavior == null ? null : row.mfaBehavior.label(),
        row.issuer,
        row.signInUri,
        preflight(row.preflight()),
        kit(row),
        row.watchedAt == null ? null : new Watch(time(row.watchedAt), row.driftNames()),
        row.lastError);
  }

  private LastPreflight preflight(Preflight found) {
    return found == null
        ? null
        : new LastPreflight(
            time(found.at()),
            time(found.at() + config.preflightValidity().toMillis()),
            found.users(),
            found.differences(),
            found.lockedOut(),
            found.emergencyAdministrators());
  }

  private Kit kit(DomainEntity row) {
    if (row.kitAt == null) {
      return null;
    }
    String users = new DomainUsers(view.session(), view.realm()).fingerprint(row.domain);
    return new Kit(time(row.kitAt), users.equals(row.kitUsers));
  }

  static String time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }
}
