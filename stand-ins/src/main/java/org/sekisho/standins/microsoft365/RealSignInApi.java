package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.sekisho.standins.web.Json;
import org.sekisho.standins.web.RefusedRequest;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** Lets a test say when it last typed the credentials of a user; rule V-25 compares. */
final class RealSignInApi {
  private final RelyingParty party;

  RealSignInApi(RelyingParty party) {
    this.party = party;
  }

  void addTo(Routes routes) {
    routes.put("/real-sign-ins", this::record);
  }

  private Response record(Request request) {
    ObjectNode json = Json.object(request);
    String user =
        Json.text(json, "userPrincipalName")
            .orElseThrow(() -> new RefusedRequest(400, "userPrincipalName is required."));
    party.realSignIns().put(user.toLowerCase(Locale.ROOT), at(json));
    return Response.empty(204);
  }

  private static Instant at(ObjectNode json) {
    try {
      return Json.text(json, "at").map(Instant::parse).orElseGet(Instant::now);
    } catch (DateTimeParseException e) {
      throw new RefusedRequest(400, "at must be a time such as 2026-01-31T12:00:00Z.");
    }
  }
}
