package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.rules.AccessChanges;
import org.sekisho.loginpolicy.rules.AccessRulesEntity;
import org.sekisho.loginpolicy.rules.AccessRulesStore;
import org.sekisho.loginpolicy.rules.Author;

/** The changes of who gets in: lists, confirms, takes back, restores. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccessChangesResource {

  private static final int MOST = 50;
  private static final int MILLIS = 1_000;

  private final SettingsCall call;

  AccessChangesResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * A change.
   *
   * @param state pending, confirmed, reverted or replaced
   * @param createdAt in milliseconds since the epoch, as {@code decidedAt}
   * @param decidedBy user ID, or {@code time} where nobody confirmed in time
   */
  record Change(
      String id,
      String state,
      String author,
      String reason,
      long createdAt,
      Long decidedAt,
      String decidedBy) {

    static Change of(AccessRulesEntity row) {
      return new Change(
          row.id(),
          row.state().name().toLowerCase(Locale.ROOT),
          row.authorName(),
          row.reason(),
          row.createdAt(),
          row.decidedAt(),
          row.decidedBy());
    }
  }

  /** The newest first. */
  record Changes(List<Change> changes) {}

  /** Why an operator restores rules. */
  record RestoreRequest(String ticket) {}

  @GET
  public Changes list() {
    call.requireReader();
    return new Changes(
        new AccessRulesStore(call.session())
            .history(call.tenant(), MOST).stream().map(Change::of).toList());
  }

  /** Keeps the pending change, for who has signed in under it. */
  @POST
  @Path("confirm")
  public Change confirm() {
    call.requireAuthor();
    return call.change(
        change -> {
          AccessRulesEntity pending = pending(change);
          requireSignInAfter(pending.createdAt());
          AccessRulesEntity confirmed = changes(change).confirm(by()).orElseThrow();
          change.record("access-changes/confirm", confirmed.reason(), "pending", "confirmed");
          return Change.of(confirmed);
        });
  }

  /** Takes the pending change back before its time. */
  @POST
  @Path("revert")
  public Change revert() {
    call.requireAuthor();
    return call.change(
        change -> {
          pending(change);
          AccessRulesEntity reverted = changes(change).revert(by()).orElseThrow();
          change.record("access-changes/revert", reverted.reason(), "pending", "reverted");
          return Change.of(reverted);
        });
  }

  /** An operator helps a tenant out that has shut itself out; a locked plan has one answer. */
  @POST
  @Path("restore")
  public Changes restore(RestoreRequest request) {
    call.requireManager();
    Faults faults = new Faults();
    faults.checkTicket(Bodies.require(request).ticket());
    faults.refuse("request-invalid", "Rules not restored");
    return call.changeAsOperator(change -> restore(change, request.ticket()));
  }

  private Changes restore(SettingsChange change, String ticket) {
    AccessRules rules =
        change.plan().rulesAreLocked()
            ? AccessRules.BASELINE
            : LastConfirmed.of(change, call.now());
    Author operator = new Author(call.auth().getUser().getId(), by(), "ticket " + ticket);
    changes(change).impose(rules, operator);
    change.record("access-changes/restore", operator.reason(), null, RulesView.of(rules, change));
    return new Changes(
        new AccessRulesStore(change.session())
            .history(change.tenant(), 1).stream().map(Change::of).toList());
  }

  private AccessRulesEntity pending(SettingsChange change) {
    return AccessRulesStore.pointer(change.tenant())
        .filter(pointer -> pointer.isPending(call.now()))
        .flatMap(
            pointer -> new AccessRulesStore(change.session()).find(change.tenant(), pointer.id()))
        .orElseThrow(
            () ->
                Problem.of(
                        "no-pending-change",
                        409,
                        "Nothing to decide",
                        "No change waits for its confirmation.")
                    .toException());
  }

  /** Everything that the session has proven must be newer than the change. */
  private void requireSignInAfter(long millis) {
    boolean fresh = call.proven().provenSince().orElse(0) * MILLIS > millis;
    if (!fresh) {
      throw Problem.of(
              "fresh-sign-in-needed",
              409,
              "Change not confirmed",
              "Sign in anew, which shows that the new rules let you in, and confirm then.")
          .toException();
    }
  }

  private AccessChanges changes(SettingsChange change) {
    return new AccessChanges(change.session(), change.tenant(), call.now());
  }

  private String by() {
    return call.auth().getUser().getUsername();
  }
}
