package org.sekisho.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.sekisho.network.ClientAddress;
import org.sekisho.network.IpAddress;
import org.sekisho.network.TrustedNetwork;

/** Shows an administrator which address the server sees: the test of the proxy's configuration. */
@Produces(MediaType.APPLICATION_JSON)
public final class ClientAddressResource {

  private final SettingsCall call;

  ClientAddressResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * What the server sees.
   *
   * @param address canonical; null where it does not know
   * @param trustedBy comment of the network that makes the address trusted; null where none does
   */
  record Answer(String address, String trustedBy, List<SettingsResource.Warning> warnings) {}

  @GET
  public Answer read() {
    call.requireReader();
    Optional<IpAddress> address = ClientAddress.of(call.session().getContext().getConnection());
    RulesInForce now = RulesInForce.of(call.session(), call.tenant(), call.now());
    return new Answer(
        address.map(IpAddress::toString).orElse(null),
        address
            .flatMap(known -> now.rules().networks().matching(known, call.now()))
            .map(TrustedNetwork::comment)
            .orElse(null),
        SettingsResource.Warning.of(call.proxyTrust()));
  }
}
