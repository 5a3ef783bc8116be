package org.sekisho.tenant.operator;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Problem;
import org.sekisho.tenant.support.OperatorRole;
import org.sekisho.tenant.support.SupportSessionEntity;
import org.sekisho.tenant.support.SupportSessions;

/** Lists the live support sessions on all tenants, and ends one before its time. */
@Produces(MediaType.APPLICATION_JSON)
public final class SupportSessionsResource {

  private final OperatorCall call;

  SupportSessionsResource(OperatorCall call) {
    this.call = call;
  }

  @GET
  public SupportAnswers.Sessions list() {
    call.rights().require(OperatorRole.READER);
    return SupportAnswers.Sessions.of(
        new SupportSessions(call.session()).live(call.now()), call.now());
  }

  /** One's own by helpdesk, anybody's by a manager. */
  @DELETE
  @Path("{session}")
  public SupportAnswers.Session end(@PathParam("session") String sessionId) {
    call.rights().require(OperatorRole.HELPDESK);
    SupportSessionEntity known = find(new SupportSessions(call.session()), sessionId);
    if (!known.operatorId().equals(call.auth().getUser().getId())) {
      call.rights().require(OperatorRole.MANAGER);
    }
    return call.change(
        change -> {
          RealmModel realm = change.tenant(known.tenant());
          SupportSessions sessions = new SupportSessions(change.session());
          SupportSessionEntity support = find(sessions, sessionId);
          SupportAnswers.Session before = SupportAnswers.Session.of(support, call.now());
          sessions.end(support, call.now());
          SupportAnswers.Session after = SupportAnswers.Session.of(support, call.now());
          change.record(
              realm,
              OperationType.DELETE,
              "support-sessions/" + sessionId,
              support.ticket(),
              before,
              after);
          return after;
        });
  }

  private static SupportSessionEntity find(SupportSessions sessions, String id) {
    return sessions
        .find(id)
        .orElseThrow(
            () ->
                Problem.of(
                        "support-session-unknown",
                        404,
                        "No such support session",
                        "No support session has this id.")
                    .toException());
  }
}
