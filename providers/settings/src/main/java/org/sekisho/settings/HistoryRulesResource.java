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
import org.sekisho.loginhistory.keep.HistoryRules;
import org.sekisho.loginhistory.keep.HistoryRules.OnUserDeletion;
import org.sekisho.loginhistory.keep.HistoryRulesStore;

/** Reads and changes how long the login history is kept, and what of users who are deleted. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HistoryRulesResource {

  private final SettingsCall call;

  HistoryRulesResource(SettingsCall call) {
    this.call = call;
  }

  /** The rules as a caller wishes them; what is left out stays as it is. */
  record Request(Integer retentionDays, OnUserDeletion onUserDeletion, String reason) {
    HistoryRules over(HistoryRules before) {
      return new HistoryRules(
          retentionDays == null ? before.retentionDays() : retentionDays,
          onUserDeletion == null ? before.onUserDeletion() : onUserDeletion);
    }
  }

  @GET
  public Response read() {
    call.requireReader();
    HistoryRules rules = new HistoryRulesStore(call.session()).of(call.tenant().getId());
    return Version.ofContent(rules).answer(rules);
  }

  @PUT
  public Response change(@Context HttpHeaders headers, Request request) {
    call.requireAuthor();
    Request wish = Bodies.require(request);
    HistoryRules after = call.change(change -> write(change, headers, wish));
    return Version.ofContent(after).answer(after);
  }

  private static HistoryRules write(SettingsChange change, HttpHeaders headers, Request wish) {
    HistoryRulesStore store = new HistoryRulesStore(change.session());
    HistoryRules before = store.of(change.tenant().getId());
    Version.ofContent(before).requireIn(headers);
    HistoryRules after = wish.over(before);
    Faults faults = new Faults();
    Reason.check(wish.reason(), faults);
    after.check(faults);
    faults.refuse("request-invalid", "Rules of the history not changed");
    store.put(change.tenant().getId(), after);
    change.record("login-history", wish.reason(), before, after);
    return after;
  }
}
