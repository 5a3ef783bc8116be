package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.sekisho.core.Faults;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.LoginPolicy;

/** Reads and changes the login policies. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LoginPoliciesResource {

  private final SettingsCall call;

  LoginPoliciesResource(SettingsCall call) {
    this.call = call;
  }

  /** The policies as a caller wishes them: all of them, in order. */
  record Request(List<PolicyEntry> policies, String reason, boolean allowLockOut) {}

  /** The policies in order; {@code confirmBy} as in the overview. */
  record Answer(List<PolicyEntry> policies, Long confirmBy) {}

  @GET
  public Response read() {
    call.requireReader();
    return answer(RulesInForce.of(call.session(), call.tenant(), call.now()));
  }

  @PUT
  public Response change(@Context HttpHeaders headers, Request request) {
    call.requireAuthor();
    Request wish = Bodies.require(request);
    Faults faults = new Faults();
    List<LoginPolicy> policies = PolicyEntry.parse(wish.policies(), names(), faults);
    return answer(
        new RulesChange(call, "login-policies", wish.reason(), wish.allowLockOut())
            .make(headers, faults, before -> new AccessRules(before.networks(), policies)));
  }

  private Response answer(RulesInForce now) {
    return now.version()
        .answer(new Answer(RulesView.of(now.rules(), names()).policies(), now.confirmBy()));
  }

  private TenantNames names() {
    return new TenantNames(call.session(), call.tenant());
  }
}
