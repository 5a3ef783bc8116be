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
import org.sekisho.network.TrustedNetworks;

/** Reads and changes the trusted networks. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NetworksResource {

  private final SettingsCall call;

  NetworksResource(SettingsCall call) {
    this.call = call;
  }

  /** The networks as a caller wishes them: all of them. */
  record Request(List<NetworkEntry> networks, String reason, boolean allowLockOut) {}

  /** The networks; {@code confirmBy} as in the overview. */
  record Answer(List<NetworkEntry> networks, Long confirmBy) {}

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
    TrustedNetworks networks = NetworkEntry.parse(wish.networks(), faults);
    return answer(
        new RulesChange(call, "networks", wish.reason(), wish.allowLockOut())
            .make(headers, faults, before -> new AccessRules(networks, before.policies())));
  }

  private static Response answer(RulesInForce now) {
    return now.version()
        .answer(new Answer(NetworkEntry.of(now.rules().networks()), now.confirmBy()));
  }
}
