package org.sekisho.federation.microsoft365;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.sekisho.core.Faults;

/** The rollover of the key that signs for all domains of the tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RolloverResource {

  private final FederationCall call;

  RolloverResource(FederationCall call) {
    this.call = call;
  }

  /** Why; unchecked. */
  record Request(String reason) {}

  @GET
  public Answers.Overview read() {
    call.requireReader();
    return overview();
  }

  /** Begins a rollover, or takes the one that runs as far as it goes now. */
  @POST
  public Answers.Overview begin(Request request) {
    call.requireAuthor();
    Request wish = FederationProblems.requireBody(request);
    Faults faults = new Faults();
    FederationProblems.checkReason(wish.reason(), faults);
    faults.refuse("request-invalid", "Rollover not begun");
    Lease lease = call.worker().lease();
    if (!lease.take()) {
      throw FederationProblems.busy().toException();
    }
    try {
      call.change(change -> begin(change, wish.reason()));
      new RolloverSteps(call.worker(), directory()).goOn();
    } finally {
      lease.giveBack();
    }
    return overview();
  }

  private static Void begin(FederationCall.Change change, String reason) {
    if (change.view().store().rollover(change.view().realm().getId()).isEmpty()) {
      Rollovers.begin(change.view(), reason);
      change.record(
          "rollover", reason, Map.of("step", "NONE"), Map.of("step", RolloverStep.PUSHING));
    }
    return null;
  }

  /** Without credentials nothing is told to Microsoft, and the rollover waits where it is. */
  private Optional<DirectoryTarget> directory() {
    try {
      return call.worker().directory();
    } catch (DirectoryException missing) {
      return Optional.empty();
    }
  }

  private Answers.Overview overview() {
    return call.worker().read(view -> new Answers(view, call.config()).overview());
  }
}
