package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Map;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;

/** The errors of this part of the API. */
final class FederationProblems {

  private static final String TITLE = "Not done";
  private static final int LONGEST_REASON = 500;

  private FederationProblems() {}

  static Problem domainUnknown() {
    return Problem.of(
        "domain-unknown", 404, "No such domain", "The tenant does not have this domain.");
  }

  static Problem state(DomainState state) {
    return Problem.of(
            "domain-state", 409, TITLE, "The domain is not in a state from which this is possible.")
        .with("state", state);
  }

  /** Why no rollover begins. */
  static Problem unsettled(List<DomainEntity> domains) {
    return Problem.of(
            "rollover-domains-unsettled",
            409,
            "Rollover not begun",
            "Domains are on their way to this tenant or back. Finish or abandon that first:"
                + " their users would be refused once the new key signs.")
        .with(
            "domains",
            domains.stream().map(row -> Map.of("domain", row.domain, "state", row.state)).toList());
  }

  static Problem noRollover() {
    return Problem.of("rollover-missing", 409, TITLE, "No rollover of the signing key runs.");
  }

  static Problem busy() {
    return Problem.of(
        "federation-busy",
        409,
        TITLE,
        "Something else is being done at Microsoft for this tenant. Try again in a minute.");
  }

  static Problem noDirectory() {
    return Problem.of(
        "directory-missing",
        409,
        TITLE,
        "No directory is connected. Connect one, or use the scripts.");
  }

  static Problem notVerified() {
    return Problem.of(
        "domain-not-verified",
        409,
        TITLE,
        "The connected directory does not have this domain, or has not verified it.");
  }

  static Problem elsewhere() {
    return Problem.of(
        "domain-federated-elsewhere",
        409,
        TITLE,
        "At Microsoft the domain is federated with somebody else. It was left alone.");
  }

  static Problem federatedHere() {
    return Problem.of(
        "domain-federated-here",
        409,
        TITLE,
        "At Microsoft the domain is federated with this tenant already. Confirm it, or detach it.");
  }

  static Problem preflight(Preflight.Obstacle obstacle) {
    return Problem.of(
            "preflight-refuses", 409, "Domain not switched", "The pre-flight does not allow it.")
        .with("obstacle", obstacle);
  }

  static Problem kitNotCurrent() {
    return Problem.of(
        "detach-kit-not-current",
        409,
        TITLE,
        "There is no detach kit, or users have changed since it was made. Make one first.");
  }

  static Problem of(DirectoryException failed) {
    Problem problem =
        switch (failed.kind()) {
          case UNAVAILABLE ->
              Problem.of(
                  "directory-unavailable",
                  503,
                  TITLE,
                  "Microsoft did not answer. What was begun goes on by itself.");
          case THROTTLED ->
              Problem.of("directory-throttled", 503, TITLE, "Microsoft wants fewer calls.")
                  .with("seconds", failed.retryAfterSeconds());
          case NOT_AUTHENTICATED ->
              Problem.of(
                  "directory-credentials", 409, TITLE, "Microsoft does not take the credentials.");
          case NOT_PERMITTED ->
              Problem.of(
                  "directory-not-permitted", 409, TITLE, "The application lacks a permission.");
          case NOT_FOUND, CONFLICT, REFUSED ->
              Problem.of("directory-refuses", 409, TITLE, "Microsoft has refused the change.");
        };
    return failed.code().isEmpty() ? problem : problem.with("code", failed.code());
  }

  static void checkReason(String reason, Faults faults) {
    faults.checkLine("reason", reason, LONGEST_REASON);
  }

  static <T> T requireBody(T body) {
    if (body == null) {
      throw Problem.of("body-missing", 400, "No request body", "The call needs a JSON body.")
          .toException();
    }
    return body;
  }
}
