package org.sekisho.tenant.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.sekisho.testsupport.Fake;

class UserIdValidatorTest {

  @ParameterizedTest
  @CsvSource({
    "taro@sakura.example,",
    "Taro@Ume.example,",
    "taro@a.sakura.example, sekishoUserIdForeignDomain",
    "taro@xsakura.example, sekishoUserIdForeignDomain",
    "taro@other.example, sekishoUserIdForeignDomain",
    "taro, sekishoUserIdMalformed",
    "taro@sakura.example@other.example, sekishoUserIdMalformed",
    "'', sekishoUserIdMalformed"
  })
  void aUserIdIsInOneOfTheTenantsDomains(String userId, String error) {
    assertThat(errors("common", List.of(userId)))
        .isEqualTo(error == null ? List.of() : List.of(error));
  }

  @Test
  void aUserWithoutUserIdIsRefused() {
    assertThat(errors("common", List.of())).containsExactly("sekishoUserIdMalformed");
    assertThat(errors("common", null)).containsExactly("sekishoUserIdMalformed");
  }

  @Test
  void inARealmThatIsNoTenantNoUserIdIsValid() {
    assertThat(errors(null, List.of("taro@sakura.example")))
        .containsExactly("sekishoUserIdForeignDomain");
  }

  private static List<String> errors(String plan, List<String> input) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("sekisho.plan", plan);
    attributes.put("sekisho.domains", "sakura.example,ume.example");
    RealmModel realm =
        Fake.of(
            RealmModel.class,
            Map.of("getName", none -> "agency", "getAttribute", asked -> attributes.get(asked[0])));
    KeycloakContext keycloakContext =
        Fake.of(KeycloakContext.class, Map.of("getRealm", none -> realm));
    ValidationContext context =
        new ValidationContext(
            Fake.of(KeycloakSession.class, Map.of("getContext", none -> keycloakContext)));
    new UserIdValidator().validate(input, "username", context, ValidatorConfig.EMPTY);
    Set<ValidationError> errors = context.getErrors();
    return errors.stream().map(ValidationError::getMessage).toList();
  }
}
