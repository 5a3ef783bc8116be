package org.sekisho.tenant.domain;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ModelDuplicateException;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.tenant.register.DomainTakenException;

/**
 * Leads a tenant from the wish for a domain to the domain. Whose a domain is now is told to nobody
 * who has not shown that it is the own one.
 */
final class DomainProving {

  static final String NOT_ADDED = "Domain not added";

  private static final Duration VALIDITY = Duration.ofDays(14);
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(10);
  private static final int MOST_OPEN = 20;

  private final DomainCall call;

  DomainProving(DomainCall call) {
    this.call = call;
  }

  /** What to publish, and whether that was asked for just now. */
  record Begun(DomainAnswers.Entry entry, boolean anew) {}

  /** Who asks again while a proof is open gets the same record: it may be published already. */
  Begun begin(DomainName domain, String reason) {
    return call.change(change -> begin(change, domain, reason));
  }

  private static Begun begin(DomainChange change, DomainName domain, String reason) {
    long now = Time.currentTimeMillis();
    requireWishable(change, domain);
    DomainAnswers.Entry before = change.answers().one(domain);
    Optional<DomainProofEntity> known = change.proofs().find(change.realm().getId(), domain);
    if (known.isPresent() && !known.get().isExpired(now)) {
      return new Begun(before, false);
    }
    if (change.proofs().countOpen(change.realm().getId(), now) >= MOST_OPEN) {
      throw Problem.of(
              "too-many-proofs",
              409,
              NOT_ADDED,
              "%d domains wait for their proof.".formatted(MOST_OPEN))
          .toException();
    }
    known.ifPresent(change.proofs()::remove);
    change.proofs().open(change.realm().getId(), domain, reason.trim(), now, VALIDITY);
    DomainAnswers.Entry after = change.answers().one(domain);
    change.record(
        OperationType.CREATE, domain, reason.trim(), known.isPresent() ? before : null, after);
    return new Begun(after, true);
  }

  private static void requireWishable(DomainChange change, DomainName domain) {
    Set<DomainName> wished = new HashSet<>(change.domains().current(change.realm()));
    if (!wished.add(domain)) {
      throw Problem.of("domain-present", 409, NOT_ADDED, "The tenant has this domain already.")
          .toException();
    }
    Faults faults = new Faults();
    change.call().rules().check(domain, wished, change.plan(), faults);
    faults.refuse("request-invalid", NOT_ADDED);
  }

  /** Looks for the record while no transaction is open, so that a slow DNS holds no lock. */
  DomainAnswers.Entry check(DomainName domain) {
    ProofRecord wanted = call.change(change -> beginCheck(change, domain));
    ProofRecord.Sighting sighting =
        wanted.lookedUpWith(call.session().getProvider(DnsResolver.class));
    ProofProblems.of(sighting, wanted)
        .ifPresent(
            problem -> {
              throw problem.toException();
            });
    try {
      return call.change(change -> complete(change, wanted));
    } catch (DomainTakenException | ModelDuplicateException | PersistenceException taken) {
      throw ProofProblems.taken().toException();
    }
  }

  /** The time of the check is committed before the look: also one that fails counts. */
  private static ProofRecord beginCheck(DomainChange change, DomainName domain) {
    long now = Time.currentTimeMillis();
    DomainProofEntity proof =
        change
            .proofs()
            .find(change.realm().getId(), domain)
            .orElseThrow(() -> ProofProblems.unknown().toException());
    if (proof.isExpired(now)) {
      throw ProofProblems.expired().toException();
    }
    if (proof.wasCheckedAfter(now - BETWEEN_CHECKS.toMillis())) {
      throw ProofProblems.tooSoon(BETWEEN_CHECKS).toException();
    }
    proof.checkedAt = now;
    return proof.record();
  }

  private static DomainAnswers.Entry complete(DomainChange change, ProofRecord seen) {
    DomainName domain = seen.domain();
    DomainProofEntity proof =
        change
            .proofs()
            .find(change.realm().getId(), domain)
            .filter(current -> current.record().equals(seen))
            .orElseThrow(() -> ProofProblems.unknown().toException());
    DomainAnswers.Entry before = change.answers().one(domain);
    if (proof.state == ProofState.OPEN) {
      claim(change, domain);
    }
    ProofState stood = proof.state;
    proof.lookedAt = Time.currentTimeMillis();
    proof.stand(proof.standing().after(ProofRecord.Sighting.PUBLISHED));
    DomainAnswers.Entry after = change.answers().one(domain);
    if (stood != proof.state) {
      change.record(OperationType.UPDATE, domain, proof.reason, before, after);
    }
    return after;
  }

  /** The plan and the other domains may have changed since the wish. */
  private static void claim(DomainChange change, DomainName domain) {
    Set<DomainName> wished = new HashSet<>(change.domains().current(change.realm()));
    wished.add(domain);
    Faults faults = new Faults();
    change.call().rules().check(domain, wished, change.plan(), faults);
    faults.refuse("request-invalid", NOT_ADDED);
    change.domains().add(change.realm(), domain);
  }
}
