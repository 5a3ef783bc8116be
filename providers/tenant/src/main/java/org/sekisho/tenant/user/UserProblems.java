package org.sekisho.tenant.user;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.policy.PasswordPolicyNotMetException;
import org.keycloak.userprofile.ValidationException;
import org.sekisho.core.Problem;

/** Turns Keycloak's refusals of a user into problems. */
public final class UserProblems {

  private static final String TITLE = "User not added";

  /** An attribute and the key of the message about it. */
  public record Fault(String member, String message) {}

  private UserProblems() {}

  public static Optional<Problem> of(RuntimeException refused) {
    if (refused instanceof ValidationException invalid) {
      return Optional.of(invalid(invalid));
    }
    if (refused instanceof PasswordPolicyNotMetException weak) {
      return Optional.of(password(weak));
    }
    if (refused instanceof ModelDuplicateException) {
      return Optional.of(Problem.of("user-exists", 409, TITLE, "The user ID is taken."));
    }
    if (refused instanceof IdLimitReachedException) {
      return Optional.of(limitReached());
    }
    if (refused instanceof ForeignDomainException) {
      Fault fault = new Fault("username", UserIdValidator.FOREIGN_DOMAIN);
      return Optional.of(
          Problem.of("user-invalid", 400, TITLE, "The request has faults.")
              .with("faults", List.of(fault)));
    }
    if (refused instanceof NoIdAdministratorsException) {
      return Optional.of(
          Problem.of("plan-without-id-administrators", 409, TITLE, refused.getMessage()));
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
    if (faults.stream().anyMatch(fault -> fault.message().equals(UserIdValidator.LIMIT_REACHED))) {
      return limitReached();
    }
    boolean taken = faults.stream().anyMatch(fault -> fault.message().contains("Exists"));
    return Problem.of(
            taken ? "user-exists" : "user-invalid",
            taken ? 409 : 400,
            TITLE,
            "The request has faults.")
        .with("faults", faults);
  }

  private static Problem limitReached() {
    return Problem.of(
        "id-limit-reached", 409, TITLE, "The tenant has as many IDs as its plan grants.");
  }

  private static Problem password(ModelException refused) {
    return Problem.of("password-rejected", 400, TITLE, "The password breaks the tenant's rules.")
        .with("message", String.valueOf(refused.getMessage()));
  }
}
