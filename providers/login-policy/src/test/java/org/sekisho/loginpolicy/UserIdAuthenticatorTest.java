package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.UserModel;
import org.sekisho.testsupport.Fake;

class UserIdAuthenticatorTest {

  private static final String PAGE = "sekisho-user-id.ftl";

  private final SignIn signIn = new SignIn();
  private final UserIdAuthenticator step = new UserIdAuthenticator();

  @BeforeEach
  void makeTheRealmATenant() {
    signIn.realmAttributes.put("sekisho.plan", "common");
    signIn.realmAttributes.put("sekisho.domains", "sakura.example");
  }

  @Test
  void whoIsUnknownIsAsked() {
    step.authenticate(signIn.context());
    assertThat(signIn.outcomes).containsExactly("challenge");
    assertThat(signIn.shown).containsExactly(PAGE);
  }

  @Test
  void whoIsKnownFromTheSessionIsNotAsked() {
    signIn.user = Fake.of(UserModel.class, Map.of());
    step.authenticate(signIn.context());
    assertThat(signIn.outcomes).containsExactly("success");
  }

  @Test
  void aUserIdOfTheTenantIsNotedForThePassword() {
    type(" Ｔａｒｏ@Sakura.example ");
    assertThat(signIn.outcomes).containsExactly("success");
    assertThat(signIn.authNotes)
        .containsEntry(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, "taro@sakura.example");
    assertThat(signIn.events).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"taro@ume.example", "taro@a.sakura.example", "taro@xsakura.example"})
  void aUserIdOfAnotherDomainIsRefused(String userId) {
    type(userId);
    assertThat(signIn.outcomes).containsExactly("failureChallenge");
    assertThat(signIn.shown).containsExactly("sekishoUserIdForeignDomain", PAGE);
    assertThat(signIn.authNotes).isEmpty();
    assertThat(signIn.events).hasSize(1);
    assertThat(signIn.events.get(0).getError()).isEqualTo("foreign_domain");
    assertThat(signIn.events.get(0).getDetails()).containsEntry("username", userId);
  }

  @Test
  void inARealmThatIsNoTenantEveryUserIdIsRefused() {
    signIn.realmAttributes.remove("sekisho.plan");
    type("taro@sakura.example");
    assertThat(signIn.outcomes).containsExactly("failureChallenge");
    assertThat(signIn.authNotes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ", sekishoUserIdMissing",
    "' ', sekishoUserIdMissing",
    "taro, sekishoUserIdMalformed",
    "taro@sakura.example@ume.example, sekishoUserIdMalformed"
  })
  void whatIsNoUserIdIsAskedAgain(String typed, String message) {
    type(typed);
    assertThat(signIn.outcomes).containsExactly("challenge");
    assertThat(signIn.shown).containsExactly(message, PAGE);
    assertThat(signIn.authNotes).isEmpty();
  }

  private void type(String userId) {
    if (userId != null) {
      signIn.typed.add("username", userId);
    }
    step.action(signIn.context());
  }
}
