package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionModel;
import org.sekisho.testsupport.Fake;

/** The last door before an assertion is signed, for whoever came past the protocol. */
class Microsoft365AssertionMapperTest {

  private static final String TWO_FACTORS = "PASSWORD=1,SMS=2";

  @ParameterizedTest(name = "{0} with link {1}, held by {2}, having proven {3}")
  @CsvSource({
    "taro@ume.example, abc, 1, 'PASSWORD=1,SMS=2'",
    "taro@sakura.example,, 1, 'PASSWORD=1,SMS=2'",
    "taro@sakura.example, a_b, 1, 'PASSWORD=1,SMS=2'",
    "taro@sakura.example, abc, 2, 'PASSWORD=1,SMS=2'",
    "taro@sakura.example, abc, 1, PASSWORD=1",
    "taro@sakura.example, abc, 1,"
  })
  void whoIsNotAdmittedGetsNoAssertion(
      String username, String immutableId, int holders, String note) {
    assertRefused("common", username, immutableId, holders, note);
  }

  @Test
  void inARealmThatIsNoTenantNobodyGetsAnAssertion() {
    assertRefused(null, "taro@sakura.example", "abc", 1, TWO_FACTORS);
  }

  private static void assertRefused(
      String plan, String username, String immutableId, int holders, String note) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("sekisho.plan", plan);
    attributes.put("sekisho.domains", "sakura.example");
    RealmModel realm =
        Fake.of(
            RealmModel.class,
            Map.of("getName", none -> "agency", "getAttribute", asked -> attributes.get(asked[0])));
    UserModel user =
        Fake.of(
            UserModel.class,
            Map.of("getUsername", none -> username, "getFirstAttribute", asked -> immutableId));
    UserSessionModel userSession =
        Fake.of(UserSessionModel.class, Map.of("getUser", none -> user, "getNote", asked -> note));
    KeycloakContext context = Fake.of(KeycloakContext.class, Map.of("getRealm", none -> realm));
    UserProvider users =
        Fake.of(
            UserProvider.class,
            Map.of(
                "searchForUserByUserAttributeStream",
                asked -> Stream.generate(() -> user).limit(holders)));
    KeycloakSession session =
        Fake.of(
            KeycloakSession.class, Map.of("getContext", none -> context, "users", none -> users));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new Microsoft365AssertionMapper()
                    .transformLoginResponse(null, null, session, userSession, null))
        .withMessage("not admitted to Microsoft 365");
  }
}
