package org.sekisho.federation.microsoft365;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.services.resources.RealmsResource;
import org.sekisho.federation.microsoft365.DomainState.Move;
import org.sekisho.federation.microsoft365.FederationCall.Change;

/** What an administrator does to one domain: the intention first, then the calls to Microsoft. */
final class DomainActions {

  private final DomainWork work;
  private final FederationCall call;
  private final String domain;

  DomainActions(DomainWork work) {
    this.work = work;
    this.call = work.call();
    this.domain = work.domain();
  }

  Answers.Domain answer() {
    return work.answer();
  }

  PreflightRun preflight() {
    DirectoryTarget directory = work.directory();
    List<TenantUser> here =
        call.worker().read(view -> new DomainUsers(view.session(), view.realm()).of(domain));
    PreflightRun run =
        work.exclusively(() -> PreflightRun.of(directory, domain, here, Time.currentTimeMillis()));
    work.change(
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
    DirectoryTarget directory = work.directory();
    work.exclusively(
        () -> {
          PreflightRun.requireVerified(directory, domain);
          work.change(
              reason, overrides(overridden), change -> intend(change, mfaBehavior, overridden));
          work.goOn(directory);
          return null;
        });
  }

  private void intend(Change change, MfaBehavior mfaBehavior, boolean overridden) {
    DomainEntity row = change.domain(domain);
    DomainWork.require(row, Move.INTEND_FEDERATION);
    Preflight.obstacle(
            row.preflight(),
            new DomainUsers(change.view().session(), change.view().realm()).fingerprint(domain),
            Time.currentTimeMillis(),
            call.config().preflightValidity(),
            overridden)
        .ifPresent(
            obstacle -> {
              throw FederationProblems.preflight(obstacle).toException();
            });
    agree(row, mfaBehavior, false);
    row.move(Move.INTEND_FEDERATION);
  }

  /** Who has taken it upon himself that users are locked out is in the record. */
  private static Map<String, Object> overrides(boolean overridden) {
    return overridden ? Map.of("override", true) : Map.of();
  }

  private void agree(DomainEntity row, MfaBehavior mfaBehavior, boolean byScript) {
    URI realm =
        RealmsResource.realmBaseUrl(call.session().getContext().getUri())
            .build(call.tenant().getName());
    row.issuer = realm + "/domains/" + domain;
    row.signInUri = realm + "/protocol/saml";
    row.mfaBehavior = mfaBehavior;
    row.byScript = byScript;
    // A kit of an earlier federation holds passwords that are no use any more.
    row.kitAt = null;
    row.kitUsers = null;
  }

  /**
   * A script for the domain's next step; what it is depends on the state.
   *
   * @param overridden whether the script can switch although users would be locked out
   */
  String script(MfaBehavior mfaBehavior, boolean overridden, String reason) {
    String[] script = {null};
    work.change(
        reason,
        overrides(overridden),
        change -> {
          DomainEntity row = change.domain(domain);
          // Also where we tell Microsoft ourselves: it may be that it does not answer us.
          boolean rolling = row.state == DomainState.ROLLING_KEY;
          if (!rolling) {
            DomainWork.require(row, Move.HAND_OUT_SCRIPT);
            agree(row, mfaBehavior, true);
            row.move(Move.HAND_OUT_SCRIPT);
          }
          FederationSettings settings = row.agreed(Rollovers.certificates(change.view()));
          List<TenantUser> users =
              new DomainUsers(change.view().session(), change.view().realm()).of(domain);
          script[0] =
              rolling
                  ? Scripts.certificates(domain, settings)
                  : Scripts.federate(domain, settings, users, overridden);
        });
    return script[0];
  }

  /** The administrator says that the script was run; a rollover then goes on by the job. */
  void confirm(String reason) {
    work.change(
        reason,
        change -> {
          DomainEntity row = change.domain(domain);
          if (row.state == DomainState.ROLLING_KEY) {
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
          DomainWork.require(row, move);
          row.move(move);
          Rollovers.join(change.view(), row);
        });
  }

  void watch() {
    work.directory();
    DomainWork.guarded(
        () -> {
          new Watching(call.worker()).look(domain);
          return null;
        });
  }
}
