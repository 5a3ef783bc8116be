package org.sekisho.loginpolicy;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SetUpFactors;
import org.sekisho.loginpolicy.decision.Decision;

/**
 * What is asked of somebody who is about to change how to sign in, by an action that an application
 * has begun ({@code kc_action}): a fresh sign-in, and two factors where there are two.
 */
final class CredentialChange {

  private CredentialChange() {}

  private static boolean isUnderWay(AuthenticationSessionModel authSession) {
    return authSession.getClientNote(Constants.KC_ACTION) != null;
  }

  /**
   * Also where the policy is content with the password, as at the office: a password alone, known
   * to somebody else there, must not be enough to replace the phone that is asked for elsewhere.
   */
  static Decision withTwoFactors(
      Decision decision,
      AuthenticationSessionModel authSession,
      UserModel user,
      ProvenFactors proven) {
    if (!decision.isAllowed() || !isUnderWay(authSession) || proven.areMultiFactor()) {
      return RequestedAssurance.raised(decision, authSession, user, proven);
    }
    Set<Factor> second = EnumSet.noneOf(Factor.class);
    SetUpFactors.of(user).stream()
        .filter(factor -> factor.kind() != Factor.Kind.KNOWLEDGE)
        .forEach(second::add);
    return second.isEmpty() ? decision : decision.askingFor(second);
  }

  /**
   * Keycloak looks at the time of the last sign-in, which a step-up renews though it asks for one
   * factor only. Here the oldest of the factors counts.
   */
  static boolean needsFreshSignIn(
      KeycloakSession session,
      AuthenticationSessionModel authSession,
      ProvenFactors proven,
      long epochSecond) {
    if (!isUnderWay(authSession)) {
      return false;
    }
    RequiredActionProvider action =
        session.getProvider(
            RequiredActionProvider.class, authSession.getClientNote(Constants.KC_ACTION));
    OptionalLong since = proven.provenSince();
    return action != null
        && (since.isEmpty() || since.getAsLong() + action.getMaxAuthAge(session) < epochSecond);
  }
}
