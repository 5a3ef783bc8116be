package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.sekisho.core.Faults;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginpolicy.decision.AccessRules;

/**
 * Runs rules over the sign-ins of the last days and shows who would have been refused, before the
 * rules are saved. Groups and factors are those of today; the time is that of the sign-in.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReplayResource {

  private static final int MOST_DAYS = 30;

  /** A tenant of 300 users with ten sign-ins a day has 90,000 in a month. */
  private static final int MOST_SIGN_INS = 100_000;

  private final SettingsCall call;

  ReplayResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * The rules to try.
   *
   * @param days how far back, 1 to 30; null for 30
   * @param networks and {@code policies}: null for those in force
   */
  record Request(Integer days, List<NetworkEntry> networks, List<PolicyEntry> policies) {}

  @POST
  public Replay.Result replay(Request request) {
    call.requireIdAdministrator();
    Request question = Bodies.require(request);
    int days = question.days() == null ? MOST_DAYS : question.days();
    Faults faults = new Faults();
    faults.require("days", days >= 1 && days <= MOST_DAYS, "must be 1 to " + MOST_DAYS);
    AccessRules rules = Draft.of(call, question.networks(), question.policies(), faults);
    faults.refuse("request-invalid", "Nothing replayed");
    Replay replay = new Replay(call, rules);
    new HistoryQuery(call.session(), call.tenant())
        .signIns(call.now() - Duration.ofDays(days).toMillis(), MOST_SIGN_INS, replay::add);
    return replay.result(MOST_SIGN_INS);
  }
}
