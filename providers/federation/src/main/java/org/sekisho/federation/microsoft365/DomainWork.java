package org.sekisho.federation.microsoft365;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sekisho.core.DomainName;
import org.sekisho.federation.microsoft365.DomainState.Move;
import org.sekisho.federation.microsoft365.FederationCall.Change;

/** One domain in one call: changes with their records, and the way to Microsoft. */
final class DomainWork {

  private final FederationCall call;
  private final String domain;

  DomainWork(FederationCall call, DomainName domain) {
    this.call = call;
    this.domain = domain.value();
  }

  FederationCall call() {
    return call;
  }

  String domain() {
    return domain;
  }

  Answers.Domain answer() {
    return call.worker().read(view -> new Answers(view, call.config()).domain(domain));
  }

  /** Goes on with the intention that was written; the caller has the lease. */
  void goOn(DirectoryTarget directory) {
    Optional<DirectoryWork.Outcome> outcome =
        new DomainSteps(call.worker(), directory).goOn(domain);
    if (outcome.equals(Optional.of(DirectoryWork.Outcome.FEDERATED_ELSEWHERE))) {
      throw FederationProblems.elsewhere().toException();
    }
  }

  DirectoryTarget directory() {
    return guarded(() -> call.worker().directory())
        .orElseThrow(() -> FederationProblems.noDirectory().toException());
  }

  <T> T exclusively(Supplier<T> work) {
    Lease lease = call.worker().lease();
    if (!lease.takePatiently()) {
      throw FederationProblems.busy().toException();
    }
    try {
      return guarded(work);
    } finally {
      lease.giveBack();
    }
  }

  static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (DirectoryException failed) {
      throw FederationProblems.of(failed).toException();
    } catch (PreflightRun.ForeignDirectoryException foreign) {
      throw FederationProblems.notVerified().toException();
    }
  }

  static void require(DomainEntity row, Move move) {
    if (!row.can(move)) {
      throw FederationProblems.state(row.state).toException();
    }
  }

  /** One transaction with its admin event. */
  void change(String reason, Consumer<Change> work) {
    change(reason, Map.of(), work);
  }

  /**
   * One transaction with its admin event.
   *
   * @param wish what else of the author's wish is to be recorded
   */
  void change(String reason, Map<String, ?> wish, Consumer<Change> work) {
    call.change(
        change -> {
          change.domain(domain);
          Answers.Domain before = new Answers(change.view(), call.config()).domain(domain);
          work.accept(change);
          Answers.Domain after = new Answers(change.view(), call.config()).domain(domain);
          Map<String, Object> recorded = new LinkedHashMap<>(wish);
          recorded.put("domain", after);
          change.record("domains/" + domain, reason, Map.of("domain", before), recorded);
          return null;
        });
  }
}
