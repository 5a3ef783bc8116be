package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sekisho.core.Faults;

/** Reads and changes the password policy. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasswordPolicyResource {

  private final SettingsCall call;

  PasswordPolicyResource(SettingsCall call) {
    this.call = call;
  }

  /** The settings as a caller wishes them. */
  record Request(
      Integer minLength,
      Integer history,
      Integer expiryDays,
      Integer lockAfter,
      Integer unlockAfterMinutes,
      String reason) {

    /** What is left out stays as it is. */
    PasswordPolicySettings over(PasswordPolicySettings before) {
      return new PasswordPolicySettings(
          minLength == null ? before.minLength() : minLength,
          history == null ? before.history() : history,
          expiryDays == null ? before.expiryDays() : expiryDays,
          lockAfter == null ? before.lockAfter() : lockAfter,
          unlockAfterMinutes == null ? before.unlockAfterMinutes() : unlockAfterMinutes);
    }
  }

  @GET
  public Response read() {
    call.requireReader();
    PasswordPolicySettings settings = PasswordPolicySettings.of(call.tenant());
    return Version.ofContent(settings).answer(settings);
  }

  @PUT
  public Response change(@Context HttpHeaders headers, Request request) {
    call.requireAuthor();
    Request wish = Bodies.require(request);
    PasswordPolicySettings after = call.change(change -> write(change, headers, wish));
    return Version.ofContent(after).answer(after);
  }

  private static PasswordPolicySettings write(
      SettingsChange change, HttpHeaders headers, Request wish) {
    PasswordPolicySettings before = PasswordPolicySettings.of(change.tenant());
    Version.ofContent(before).requireIn(headers);
    PasswordPolicySettings after = wish.over(before);
    Faults faults = new Faults();
    Reason.check(wish.reason(), faults);
    after.check(faults);
    faults.refuse("request-invalid", "Password policy not changed");
    after.apply(change.session(), change.tenant());
    change.record("password-policy", wish.reason(), before, after);
    return after;
  }
}
