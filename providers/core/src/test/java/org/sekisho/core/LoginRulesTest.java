package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.testsupport.Fake;

class LoginRulesTest {

  private static final UserModel USER = Fake.of(UserModel.class, Map.of());

  @Test
  void aStepIsAmongTheChoicesOnlyWhereItsFactorIsAsked() {
    assertThat(offered(USER, Factor.SMS)).isEqualTo("sekisho-sms");
    assertThat(offered(USER, Factor.TOTP)).isEqualTo("sekisho-not-asked");
  }

  @Test
  void beforeTheUserIsKnownNothingIsLeftOut() {
    assertThat(offered(null, Factor.TOTP)).isEqualTo("sekisho-sms");
  }

  private static String offered(UserModel user, Factor asked) {
    AuthenticationSessionModel authSession =
        Fake.of(AuthenticationSessionModel.class, Map.of("getAuthenticatedUser", none -> user));
    KeycloakContext context =
        Fake.of(KeycloakContext.class, Map.of("getAuthenticationSession", none -> authSession));
    LoginRules rules = Fake.of(LoginRules.class, Map.of("asks", of -> of[1] == asked));
    KeycloakSession session =
        Fake.of(
            KeycloakSession.class,
            Map.of("getContext", none -> context, "getProvider", none -> rules));
    return LoginRules.offeredType(session, Factor.SMS, "sekisho-sms");
  }
}
