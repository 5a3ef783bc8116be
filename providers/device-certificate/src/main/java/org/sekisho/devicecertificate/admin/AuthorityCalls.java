package org.sekisho.devicecertificate.admin;

import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.authority.Authorities;
import org.sekisho.devicecertificate.authority.AuthorityEntity;
import org.sekisho.devicecertificate.authority.AuthorityRequests;

/** The tenant's issuing CAs, for the root ceremony of operators. */
final class AuthorityCalls {

  private final DevicesCaller caller;

  AuthorityCalls(DevicesCaller caller) {
    this.caller = caller;
  }

  /**
   * A generation. Times are milliseconds since the epoch.
   *
   * @param request PEM, where it waits for the root; else null
   * @param certificate PEM; null where it waits
   */
  record Generation(
      int generation, String state, String request, String certificate, long createdAt) {

    static Generation of(AuthorityEntity authority) {
      boolean waits = authority.certificate == null;
      return new Generation(
          authority.generation,
          authority.state.name(),
          waits ? authority.request : null,
          authority.certificate,
          authority.createdAt);
    }
  }

  List<Generation> list() {
    caller.requireManager();
    return new Authorities(caller.session(), caller.tenant())
        .all().stream().map(Generation::of).toList();
  }

  /** The request that waits for the root, or a new one for the next generation. */
  Generation request() {
    caller.requireManager();
    Generation made =
        Generation.of(new AuthorityRequests(caller.session(), caller.tenant()).request());
    caller.record(
        OperationType.CREATE,
        "authorities/" + made.generation(),
        Map.of("generation", made.generation()));
    return made;
  }

  /** What the root has signed, PEM. */
  record Signed(String certificate) {}

  Generation take(int generation, Signed signed) {
    caller.requireManager();
    try {
      Generation taken =
          Generation.of(
              new AuthorityRequests(caller.session(), caller.tenant())
                  .take(generation, signed == null ? "" : String.valueOf(signed.certificate())));
      caller.record(OperationType.UPDATE, "authorities/" + generation, taken);
      return taken;
    } catch (IllegalArgumentException refused) {
      throw Problem.of(
              "authority-certificate-refused",
              400,
              "Not taken",
              "The certificate is not taken: " + refused.getMessage() + ".")
          .toException();
    }
  }
}
