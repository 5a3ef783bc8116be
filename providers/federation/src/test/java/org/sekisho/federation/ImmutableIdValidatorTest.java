package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.sekisho.testsupport.Fake;

class ImmutableIdValidatorTest {

  private static final UserModel TARO = user("taro");
  private static final UserModel HANAKO = user("hanako");

  @Test
  void anIdThatNobodyHoldsIsAccepted() {
    assertThat(errors(List.of("abc"), TARO)).isEmpty();
    assertThat(errors(List.of("abc"), null)).isEmpty();
  }

  @Test
  void aUserKeepsItsOwnId() {
    assertThat(errors(List.of("abc"), TARO, TARO)).isEmpty();
  }

  @Test
  void anIdThatAnotherUserHoldsIsRefusedAsAConflict() {
    for (List<ValidationError> errors :
        List.of(
            errors(List.of("abc"), TARO, HANAKO),
            errors(List.of("abc"), TARO, TARO, HANAKO),
            errors(List.of("abc"), null, HANAKO))) {
      assertThat(errors).hasSize(1);
      assertThat(errors.get(0).getMessage()).isEqualTo("sekishoImmutableIdTaken");
      assertThat(errors.get(0).getStatusCode()).isEqualTo(Response.Status.CONFLICT);
    }
  }

  @Test
  void aMalformedIdIsRefused() {
    assertThat(errors(List.of("a_b"), TARO))
        .extracting(ValidationError::getMessage)
        .containsExactly("sekishoImmutableIdMalformed");
    assertThat(errors(List.of("abc", "a b"), TARO))
        .extracting(ValidationError::getMessage)
        .containsExactly("sekishoImmutableIdMalformed");
  }

  @Test
  void noIdAtAllIsLeftToOtherValidators() {
    assertThat(errors(List.of(), TARO)).isEmpty();
    assertThat(errors(List.of(" "), TARO)).isEmpty();
    assertThat(errors(null, TARO)).isEmpty();
  }

  private static List<ValidationError> errors(
      List<String> values, UserModel self, UserModel... holders) {
    RealmModel realm = Fake.of(RealmModel.class, Map.of());
    KeycloakContext keycloakContext =
        Fake.of(KeycloakContext.class, Map.of("getRealm", none -> realm));
    UserProvider users =
        Fake.of(
            UserProvider.class,
            Map.of("searchForUserByUserAttributeStream", asked -> Stream.of(holders)));
    KeycloakSession session =
        Fake.of(
            KeycloakSession.class,
            Map.of("getContext", none -> keycloakContext, "users", none -> users));
    ValidationContext context =
        new UserProfileAttributeValidationContext(
            new AttributeContext(
                UserProfileContext.USER_API,
                session,
                Map.entry("immutableId", values == null ? List.of() : values),
                self,
                null,
                null));
    new ImmutableIdValidator().validate(values, "immutableId", context, ValidatorConfig.EMPTY);
    return List.copyOf(context.getErrors());
  }

  private static UserModel user(String id) {
    return Fake.of(UserModel.class, Map.of("getId", none -> id));
  }
}
