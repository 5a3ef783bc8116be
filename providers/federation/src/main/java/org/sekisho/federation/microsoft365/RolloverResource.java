package org.sekisho.federation.microsoft365;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.sekisho.core.Faults;

/** The rollover of the key that signs for all domains and applications of the tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RolloverResource {

  private final FederationCall call;

  RolloverResource(FederationCall call) {
    this.call = call;
  }

  /**
   * Why; unchecked.
   *
   * @param compromised that the old key may be known to somebody: nothing but confirmations is
   *     waited for
   */
  record Request(String reason, Boolean compromised) {

    boolean isUrgent() {
      return Boolean.TRUE.equals(compromised);
    }
  }

  @GET
  public Answers.Overview read() {
    call.requireReader();
    return overview();
  }

  /** Begins a rollover, or takes the one that runs as far as it goes now. */
  @POST
  public Answers.Overview begin(Request request) {
    Request wish = checked(request);
    Lease lease = call.worker().lease();
    if (!lease.takePatiently()) {
      throw FederationProblems.busy().toException();
    }
    try {
      call.change(change -> begin(change, wish));
      new RolloverSteps(call.worker(), directory()).goOn();
    } finally {
      lease.giveBack();
    }
    return overview();
  }

  private static Void begin(FederationCall.Change change, Request wish) {
    Optional<RolloverEntity> running =
        change.view().store().rollover(change.view().realm().getId());
    if (running.isEmpty()) {
      Rollovers.begin(change.view(), wish.isUrgent(), wish.reason());
      change.record(
          "rollover",
          wish.reason(),
          Map.of("step", "NONE"),
          Map.of("step", RolloverStep.PUSHING, "compromised", wish.isUrgent()));
    } else if (wish.isUrgent() && !running.get().compromised) {
      running.get().compromised = true;
      change.record(
          "rollover", wish.reason(), Map.of("compromised", false), Map.of("compromised", true));
    }
    return null;
  }

  /**
   * Says that the administrators of all SAML applications there are now have the next certificate.
   */
  @POST
  @Path("applications-informed")
  public Answers.Overview applicationsInformed(Request request) {
    Request wish = checked(request);
    call.change(change -> informed(change, wish.reason()));
    return overview();
  }

  private static Void informed(FederationCall.Change change, String reason) {
    RolloverEntity rollover =
        change
            .view()
            .store()
            .rollover(change.view().realm().getId())
            .orElseThrow(() -> FederationProblems.noRollover().toException());
    SamlApplications applications = SamlApplications.of(change.view().realm());
    boolean before = applications.areThoseOf(rollover.informedOf);
    rollover.informedOf = applications.fingerprint();
    change.record(
        "rollover",
        reason,
        Map.of("applicationsInformed", before),
        Map.of("applicationsInformed", true, "applications", applications.list()));
    return null;
  }

  private Request checked(Request request) {
    call.requireAuthor();
    Request wish = FederationProblems.requireBody(request);
    Faults faults = new Faults();
    FederationProblems.checkReason(wish.reason(), faults);
    faults.refuse("request-invalid", "Not done");
    return wish;
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
