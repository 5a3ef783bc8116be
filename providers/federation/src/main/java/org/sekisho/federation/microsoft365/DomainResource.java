package org.sekisho.federation.microsoft365;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.core.Tenant;

/** One domain and what can be done with it. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class DomainResource {

  private final FederationCall call;
  private final String name;

  DomainResource(FederationCall call, String name) {
    this.call = call;
    this.name = name;
  }

  /**
   * A wish as it arrives: unchecked.
   *
   * @param mfaBehavior left out, it is that we are asked for a missing second factor
   * @param override that users are locked out is taken upon the author
   * @param byScript the domain is led back by the kit's script, not by us
   */
  record Request(String reason, String mfaBehavior, Boolean override, Boolean byScript) {

    MfaBehavior mfa() {
      return MfaBehavior.of(mfaBehavior).orElse(MfaBehavior.ENFORCE);
    }

    boolean overrides() {
      return Boolean.TRUE.equals(override);
    }
  }

  /** The answer to a pre-flight: this once with names. */
  record PreflightAnswer(
      Answers.Domain domain,
      List<DifferenceLine> differences,
      List<String> emergencyAdministrators) {}

  /** A line for one user. */
  record DifferenceLine(String userId, Difference.Kind difference, boolean locksOut) {}

  /** A script, and where the domain stands now. */
  record ScriptAnswer(Answers.Domain domain, String script) {}

  @GET
  public Answers.Domain read() {
    call.requireReader();
    return work().answer();
  }

  @POST
  @Path("preflight")
  public Response preflight() {
    call.requireAuthor();
    DomainActions actions = new DomainActions(work());
    PreflightRun run = actions.preflight();
    return secret(
        new PreflightAnswer(
            actions.answer(),
            run.differences().stream()
                .map(line -> new DifferenceLine(line.userId(), line.kind(), line.locksOut()))
                .toList(),
            run.emergencyAdministrators()));
  }

  @POST
  @Path("federate")
  @Consumes(MediaType.APPLICATION_JSON)
  public Answers.Domain federate(Request request) {
    Request wish = checked(request);
    DomainActions actions = new DomainActions(work());
    actions.federate(wish.mfa(), wish.overrides(), wish.reason());
    return actions.answer();
  }

  @POST
  @Path("script")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response script(Request request) {
    Request wish = checked(request);
    DomainActions actions = new DomainActions(work());
    String script = actions.script(wish.mfa(), wish.overrides(), wish.reason());
    return secret(new ScriptAnswer(actions.answer(), script));
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  public Answers.Domain confirm(Request request) {
    Request wish = checked(request);
    DomainActions actions = new DomainActions(work());
    actions.confirm(wish.reason());
    return actions.answer();
  }

  @POST
  @Path("abandon")
  @Consumes(MediaType.APPLICATION_JSON)
  public Answers.Domain abandon(Request request) {
    Request wish = checked(request);
    new AbandonActions(work()).abandon(wish.reason());
    return work().answer();
  }

  @POST
  @Path("detach-kit")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response detachKit(Request request) {
    Request wish = checked(request);
    return secret(new DetachActions(work()).detachKit(wish.reason()));
  }

  @POST
  @Path("detach")
  @Consumes(MediaType.APPLICATION_JSON)
  public Answers.Domain detach(Request request) {
    Request wish = checked(request);
    new DetachActions(work()).detach(Boolean.TRUE.equals(wish.byScript()), wish.reason());
    return work().answer();
  }

  /** Compares with Microsoft's settings now and not at the next round. */
  @POST
  @Path("watch")
  public Answers.Domain watch() {
    call.requireAuthor();
    DomainActions actions = new DomainActions(work());
    actions.watch();
    return actions.answer();
  }

  /** The rights are asked first: who has none learns nothing about domains. */
  private DomainWork work() {
    DomainName domain =
        DomainName.parse(name)
            .filter(this::isKnown)
            .orElseThrow(() -> FederationProblems.domainUnknown().toException());
    return new DomainWork(call, domain);
  }

  /** The tenant's, or one that it has lost and that is still to be led back. */
  private boolean isKnown(DomainName domain) {
    boolean owned = Tenant.of(call.tenant()).filter(tenant -> tenant.owns(domain)).isPresent();
    return owned
        || call.worker()
            .read(
                view ->
                    view.store()
                        .domain(call.tenant().getId(), domain.value())
                        .filter(row -> row.state != DomainState.NOT_FEDERATED)
                        .isPresent());
  }

  private Request checked(Request request) {
    call.requireAuthor();
    var unused = work();
    Request wish = FederationProblems.requireBody(request);
    Faults faults = new Faults();
    FederationProblems.checkReason(wish.reason(), faults);
    Optional<String> behavior = Optional.ofNullable(wish.mfaBehavior());
    faults.require(
        "mfaBehavior",
        behavior.isEmpty() || behavior.flatMap(MfaBehavior::of).isPresent(),
        "must be one of Graph's federatedIdpMfaBehavior");
    faults.refuse("request-invalid", "Not done");
    return wish;
  }

  private static Response secret(Object content) {
    return Response.ok(content).header("Cache-Control", "no-store").build();
  }
}
