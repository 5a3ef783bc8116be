package org.sekisho.federation.microsoft365;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.common.util.Time;
import org.keycloak.services.resources.RealmsResource;
import org.sekisho.core.DomainName;
import org.sekisho.federation.microsoft365.DomainState.Move;
import org.sekisho.federation.microsoft365.FederationCall.Change;

/** What an administrator does to one domain: the intention first, then the calls to Microsoft. */
final class DomainActions {

  private final FederationCall call;
  private final String domain;

  DomainActions(FederationCall call, DomainName domain) {
    this.call = call;
    this.domain = domain.value();
  }

  Answers.Domain answer() {
    return call.worker().read(view -> new Answers(view, call.config()).domain(domain));
  }

  PreflightRun preflight() {
    DirectoryTarget directory = directory();
    List<TenantUser> here =
        call.worker().read(view -> new DomainUsers(view.session(), view.realm()).of(domain));
    PreflightRun run =
        exclusively(() -> PreflightRun.of(directory, domain, here, Time.currentTimeMillis()));
    change(
        "pre-flight",
        change -> {
          DomainEntity row = change.domain(domain);
          row.note(run.result());
          if (row.can(Move.CHECK)) {
            row.move(Move.CHECK);
          }
        });
    return run;
  }

  /** Writes what is wanted; then does it, or leaves it to the job. */
  void federate(MfaBehavior mfaBehavior, boolean overridden, String reason) {
    DirectoryTarget directory = directory();
    guarded(
        () -> {
          PreflightRun.requireVerified(directory, domain);
          return null;
        });
    change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          require(row, Move.INTEND_FEDERATION);
          Preflight.obstacle(
                  row.preflight(),
                  Time.currentTimeMillis(),
                  call.config().preflightValidity(),
                  overridden)
              .ifPresent(
                  obstacle -> {
                    throw FederationProblems.preflight(obstacle).toException();
                  });
          agree(row, mfaBehavior, false);
          row.move(Move.INTEND_FEDERATION);
        });
    goOn(directory);
  }

  private void agree(DomainEntity row, MfaBehavior mfaBehavior, boolean byScript) {
    URI realm =
        RealmsResource.realmBaseUrl(call.session().getContext().getUri())
            .build(call.tenant().getName());
    row.issuer = realm + "/domains/" + domain;
    row.signInUri = realm + "/protocol/saml";
    row.mfaBehavior = mfaBehavior;
    row.byScript = byScript;
  }

  /** A script for the domain's next step; what it is depends on the state. */
  String script(MfaBehavior mfaBehavior, String reason) {
    String[] script = {null};
    change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          boolean rolling = row.state == DomainState.ROLLING_KEY && row.byScript;
          if (!rolling) {
            require(row, Move.HAND_OUT_SCRIPT);
            agree(row, mfaBehavior, true);
            row.move(Move.HAND_OUT_SCRIPT);
          }
          FederationSettings settings = row.agreed(RolloverSteps.certificates(change.view()));
          List<TenantUser> users =
              new DomainUsers(change.view().session(), change.view().realm()).of(domain);
          script[0] =
              rolling
                  ? Scripts.certificates(domain, settings)
                  : Scripts.federate(domain, settings, users);
        });
    return script[0];
  }

  /** The administrator says that the script was run; a rollover then goes on by the job. */
  void confirm(String reason) {
    change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          if (row.state == DomainState.ROLLING_KEY && row.byScript) {
            row.stepConfirmed = true;
            return;
          }
          Move move =
              row.state == DomainState.DETACH_SCRIPT_HANDED_OUT
                  ? Move.CONFIRM_DETACHMENT
                  : Move.CONFIRM_FEDERATION;
          if (row.state.isIntention()) {
            // What we do ourselves is confirmed by reading Microsoft, not by anybody's word.
            throw FederationProblems.state(row.state).toException();
          }
          require(row, move);
          row.move(move);
          RolloverSteps.join(change.view(), row);
        });
  }

  /** Gives a wish up, unless Microsoft has fulfilled it. */
  void abandon(String reason) {
    DomainState state = answer().state();
    if (state == DomainState.FEDERATING) {
      DirectoryTarget directory = directory();
      if (guarded(() -> directory.federation(domain)).isPresent()) {
        throw FederationProblems.state(state).toException();
      }
    }
    change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          require(row, Move.ABANDON);
          row.move(Move.ABANDON);
          row.lastError = null;
          RolloverSteps.join(change.view(), row);
        });
  }

  DetachKit detachKit(String reason) {
    DetachKit[] kit = {null};
    change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          require(row, Move.HAND_OUT_DETACH_SCRIPT);
          List<TenantUser> users =
              new DomainUsers(change.view().session(), change.view().realm()).of(domain);
          long now = Time.currentTimeMillis();
          kit[0] =
              DetachKit.make(change.view().session(), call.tenant().getName(), row, users, now);
          row.kitAt = now;
          row.kitUsers = DomainUsers.fingerprint(users);
        });
    return kit[0];
  }

  /** Leads back to Microsoft, by us or by the kit's script; a current kit is needed for both. */
  void detach(boolean byScript, String reason) {
    boolean scripted = byScript || answer().byScript();
    Optional<DirectoryTarget> directory = scripted ? Optional.empty() : Optional.of(directory());
    change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          Move move = scripted ? Move.HAND_OUT_DETACH_SCRIPT : Move.INTEND_DETACHMENT;
          require(row, move);
          requireCurrentKit(change, row);
          row.move(move);
        });
    directory.ifPresent(this::goOn);
  }

  private void requireCurrentKit(Change change, DomainEntity row) {
    String users =
        new DomainUsers(change.view().session(), change.view().realm()).fingerprint(domain);
    if (row.kitAt == null || !users.equals(row.kitUsers)) {
      throw FederationProblems.kitNotCurrent().toException();
    }
  }

  void watch() {
    directory();
    guarded(
        () -> {
          new Watching(call.worker()).look(domain);
          return null;
        });
  }

  private void goOn(DirectoryTarget directory) {
    Optional<DirectoryWork.Outcome> outcome =
        exclusively(() -> new DomainSteps(call.worker(), directory).goOn(domain));
    if (outcome.equals(Optional.of(DirectoryWork.Outcome.FEDERATED_ELSEWHERE))) {
      throw FederationProblems.elsewhere().toException();
    }
  }

  private DirectoryTarget directory() {
    return guarded(() -> call.worker().directory())
        .orElseThrow(() -> FederationProblems.noDirectory().toException());
  }

  private <T> T exclusively(Supplier<T> work) {
    Lease lease = call.worker().lease();
    if (!lease.take()) {
      throw FederationProblems.busy().toException();
    }
    try {
      return guarded(work);
    } finally {
      lease.giveBack();
    }
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (DirectoryException failed) {
      throw FederationProblems.of(failed).toException();
    } catch (PreflightRun.ForeignDirectoryException foreign) {
      throw FederationProblems.notVerified().toException();
    }
  }

  private static void require(DomainEntity row, Move move) {
    if (!row.can(move)) {
      throw FederationProblems.state(row.state).toException();
    }
  }

  /** One transaction with its admin event. */
  private void change(String reason, java.util.function.Consumer<Change> work) {
    call.change(
        change -> {
          change.domain(domain);
          Answers.Domain before = new Answers(change.view(), call.config()).domain(domain);
          work.accept(change);
          Answers.Domain after = new Answers(change.view(), call.config()).domain(domain);
          change.record(
              "domains/" + domain, reason, Map.of("domain", before), Map.of("domain", after));
          return null;
        });
  }
}
