package org.sekisho.loginpolicy;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.ProvenFactors;

/**
 * Single sign-on: a browser that comes back with a session enters without asking, but only where
 * that session has proven what is required. A session that was made some other way, for instance by
 * impersonation, is not enough: the missing steps are asked.
 */
public final class SessionAuthenticator extends StatelessAuthenticator {

  public SessionAuthenticator() {
    super(
        "sekisho-session",
        "Sekisho single sign-on",
        "Enters with the browser's session where it has proven the required factors.");
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    AuthResult signedIn =
        AuthenticationManager.authenticateIdentityCookie(
            context.getSession(), context.getRealm(), true);
    if (signedIn == null || signedIn.session().getState() == UserSessionModel.State.LOGGING_OUT) {
      // Who has begun to sign out is nobody: the next person at this browser may be somebody else.
      context.attempted();
      return;
    }
    context.setUser(signedIn.user());
    if (mustSignInAgain(context, signedIn.session())) {
      context.attempted();
    } else {
      enter(context, signedIn.session());
    }
  }

  private static boolean mustSignInAgain(
      AuthenticationFlowContext context, UserSessionModel userSession) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    LoginProtocol protocol =
        context.getSession().getProvider(LoginProtocol.class, authSession.getProtocol());
    if (protocol.requireReauthentication(userSession, authSession)) {
      authSession.setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");
      return true;
    }
    return AuthenticatorUtil.isForkedFlow(authSession)
        || !FactorRequirement.isMetBy(
            ProvenFactors.fromNote(userSession.getNote(ProvenFactors.NOTE)));
  }

  private static void enter(AuthenticationFlowContext context, UserSessionModel userSession) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    // The executions completed earlier are what Keycloak's amr mapper reads.
    AuthenticatorUtils.updateCompletedExecutions(
        authSession, userSession, context.getExecution().getId());
    new AcrStore(context.getSession(), authSession)
        .setLevelAuthenticatedToCurrentRequest(FactorRequirement.LEVEL_TWO_FACTORS);
    authSession.setAuthNote(AuthenticationManager.SSO_AUTH, "true");
    context.attachUserSession(userSession);
    context.success();
  }
}
