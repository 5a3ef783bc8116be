package org.sekisho.loginpolicy;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SetUpFactors;
import org.sekisho.core.StatelessAuthenticator;
import org.sekisho.loginpolicy.decision.Decision;

/**
 * After the password, when the user is known: refuses here rather than at the end, so that nobody
 * is sent a code who is not let in anyway.
 */
public final class PolicyAuthenticator extends StatelessAuthenticator {

  public PolicyAuthenticator() {
    super(
        "sekisho-login-policy",
        "Sekisho login policy",
        "Applies the tenant's login policy once the user is known.");
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    Decision decision = decide(context);
    Decision possible = Door.withoutDeadEnd(decision, SetUpFactors.of(context.getUser()));
    if (possible.isDenied()) {
      Refusal.end(context, possible);
    } else {
      context.success();
    }
  }

  static Decision decide(AuthenticationFlowContext context) {
    ProvenFactors proven = CompletedSteps.provenNow(context);
    Decision decision =
        new Door(context.getSession(), context.getRealm())
            .judge(
                context.getUser(),
                proven,
                context.getAuthenticationSession().getClient().getClientId());
    return CredentialChange.withTwoFactors(
        decision, context.getAuthenticationSession(), context.getUser(), proven);
  }
}
