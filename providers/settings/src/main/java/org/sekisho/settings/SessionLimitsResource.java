package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Faults;
import org.sekisho.tenant.plan.Plan;

/**
 * Reads and changes how long sessions last. Keycloak compares a session with the realm's present
 * limits each time it is used, so a shorter limit ends those that are older at once.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionLimitsResource {

  private static final int SECONDS = 60;

  private final SettingsCall call;

  SessionLimitsResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * How long sessions last.
   *
   * @param idleMinutes without any use
   * @param maxMinutes altogether
   */
  record Limits(int idleMinutes, int maxMinutes) {
    static Limits of(RealmModel realm) {
      return new Limits(
          realm.getSsoSessionIdleTimeout() / SECONDS, realm.getSsoSessionMaxLifespan() / SECONDS);
    }
  }

  /** The limits as a caller wishes them; what is left out stays as it is. */
  record Request(Integer idleMinutes, Integer maxMinutes, String reason) {
    Limits over(Limits before) {
      return new Limits(
          idleMinutes == null ? before.idleMinutes() : idleMinutes,
          maxMinutes == null ? before.maxMinutes() : maxMinutes);
    }
  }

  @GET
  public Response read() {
    call.requireReader();
    Limits limits = Limits.of(call.tenant());
    return Version.ofContent(limits).answer(limits);
  }

  @PUT
  public Response change(@Context HttpHeaders headers, Request request) {
    call.requireAuthor();
    Request wish = Bodies.require(request);
    Limits after = call.change(change -> write(change, headers, wish));
    return Version.ofContent(after).answer(after);
  }

  private static Limits write(SettingsChange change, HttpHeaders headers, Request wish) {
    Limits before = Limits.of(change.tenant());
    Version.ofContent(before).requireIn(headers);
    Limits after = wish.over(before);
    Faults faults = new Faults();
    Reason.check(wish.reason(), faults);
    check(after, change.plan().sessionLimits(), faults);
    faults.refuse("request-invalid", "Session limits not changed");
    change.tenant().setSsoSessionIdleTimeout(after.idleMinutes() * SECONDS);
    change.tenant().setSsoSessionMaxLifespan(after.maxMinutes() * SECONDS);
    change.record("session-limits", wish.reason(), before, after);
    return after;
  }

  static void check(Limits limits, Plan.SessionLimits bounds, Faults faults) {
    within(faults, "idleMinutes", limits.idleMinutes(), bounds.idleMinutes());
    within(faults, "maxMinutes", limits.maxMinutes(), bounds.maxMinutes());
    faults.require(
        "idleMinutes",
        limits.idleMinutes() <= limits.maxMinutes(),
        "must not be longer than maxMinutes");
  }

  private static void within(Faults faults, String member, int value, Plan.Range range) {
    faults.require(
        member, range.admits(value), "must be %d to %d".formatted(range.min(), range.max()));
  }
}
