package org.sekisho.devicecertificate.admin;

import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.authority.Authorities;
import org.sekisho.devicecertificate.authority.AuthorityEntity;
import org.sekisho.devicecertificate.authority.AuthorityRequests;
import org.sekisho.devicecertificate.authority.Retirement;

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

  /**
   * How a generation is taken out of service.
   *
   * @param atOnce whether its devices are revoked now; else they get in until they expire
   * @param ticket number of the case, 1 to 64 characters
   */
  record Retire(boolean atOnce, String ticket) {}

  Generation retire(int generation, Retire wish) {
    caller.requireManagerOfAnyTenant();
    Faults faults = new Faults();
    faults.checkTicket(wish == null ? null : wish.ticket());
    faults.refuse("request-invalid", "Not retired");
    try {
      AuthorityEntity found =
          new Authorities(caller.session(), caller.tenant())
              .generation(generation)
              .orElseThrow(() -> new IllegalArgumentException("no such generation is in service"));
      Generation before = Generation.of(found);
      Generation after =
          Generation.of(
              new Retirement(caller.session(), caller.tenant()).retire(generation, wish.atOnce()));
      caller.record(
          OperationType.UPDATE,
          "authorities/" + generation,
          Map.of(
              "ticket", wish.ticket(), "atOnce", wish.atOnce(), "before", before, "after", after));
      return after;
    } catch (IllegalArgumentException refused) {
      throw Problem.of(
              "authority-not-in-service",
              409,
              "Not retired",
              "The issuing CA is not retired: " + refused.getMessage() + ".")
          .toException();
    }
  }
}
