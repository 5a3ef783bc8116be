package org.sekisho.tenant;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.policy.PasswordPolicyNotMetException;
import org.keycloak.userprofile.ValidationException;
import org.sekisho.core.Problem;

/** Turns Keycloak's refusals of a user into problems. */
final class UserProblems {

  private static final String TITLE = "User not added";

  /** An attribute and the key of the message about it. */
  record Fault(String member, String message) {}

  private UserProblems() {}

  static Optional<Problem> of(RuntimeException refused) {
    if (refused instanceof ValidationException invalid) {
      return Optional.of(invalid(invalid));
    }
    if (refused instanceof PasswordPolicyNotMetException weak) {
      return Optional.of(password(weak));
    }
    if (refused instanceof ModelDuplicateException) {
      return Optional.of(Problem.of("user-exists", 409, TITLE, "The user ID is taken."));
    }
    if (refused instanceof ModelException model) {
      return Optional.of(password(model));
    }
    return Optional.empty();
  }

  private static Problem invalid(ValidationException invalid) {
    List<Fault> faults =
        invalid.getErrors().stream()
            .map(error -> new Fault(error.getAttribute(), error.getMessage()))
            .toList();
    boolean taken = faults.stream().anyMatch(fault -> fault.message().contains("Exists"));
    return Problem.of(
            taken ? "user-exists" : "user-invalid",
            taken ? 409 : 400,
            TITLE,
            "The request has faults.")
        .with("faults", faults);
  }

  private static Problem password(ModelException refused) {
    return Problem.of("password-rejected", 400, TITLE, "The password breaks the tenant's rules.")
        .with("message", String.valueOf(refused.getMessage()));
  }
}
