package org.sekisho.tenant.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.policy.PasswordPolicyNotMetException;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;
import org.sekisho.core.Problem;

class UserProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "sekishoUserIdMalformed, user-invalid, 400",
    "sekishoUserIdForeignDomain, user-invalid, 400",
    "usernameExistsMessage, user-exists, 409"
  })
  void aRefusedAttributeIsNamed(String message, String type, int status) {
    Problem problem =
        UserProblems.of(
                new ValidationException(new ValidationError("validator", "username", message)))
            .orElseThrow();
    assertThat(problem.type()).isEqualTo(type);
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.more().get("faults"))
        .isEqualTo(List.of(new UserProblems.Fault("username", message)));
  }

  @Test
  void aWeakPasswordIsAProblemThatDoesNotRepeatIt() {
    Problem problem =
        UserProblems.of(new PasswordPolicyNotMetException("invalidPasswordMinLengthMessage"))
            .orElseThrow();
    assertThat(problem.type()).isEqualTo("password-rejected");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.more().get("message")).isEqualTo("invalidPasswordMinLengthMessage");
    assertThat(UserProblems.of(new ModelException("other")).orElseThrow().status()).isEqualTo(400);
  }

  @Test
  void aUserThatWasAddedMeanwhileIsAConflict() {
    Problem problem = UserProblems.of(new ModelDuplicateException("raced")).orElseThrow();
    assertThat(problem.type()).isEqualTo("user-exists");
    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.more()).isEmpty();
  }

  @Test
  void whateverElseGoesWrongIsNoProblemOfTheCaller() {
    assertThat(UserProblems.of(new IllegalStateException("broken"))).isEmpty();
    assertThat(UserProblems.of(new NullPointerException())).isEmpty();
  }
}
