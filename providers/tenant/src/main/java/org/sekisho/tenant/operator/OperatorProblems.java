package org.sekisho.tenant.operator;

import org.sekisho.core.Problem;
import org.sekisho.tenant.register.DomainTakenException;

/** Problems that several calls answer with. */
final class OperatorProblems {

  private OperatorProblems() {}

  static Problem domainTaken(String title, DomainTakenException taken) {
    return Problem.of("domain-taken", 409, title, taken.getMessage())
        .with("domain", taken.domain());
  }

  static Problem state(String title, String detail) {
    return Problem.of("tenant-state", 409, title, detail);
  }

  static Problem userUnknown() {
    return Problem.of("user-unknown", 404, "No such user", "No user of the tenant has this ID.");
  }
}
