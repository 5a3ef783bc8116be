package org.sekisho.loginpolicy;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.StatelessAuthenticator;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.session.EntryAddress;

/**
 * Single sign-on: a browser that comes back with a session enters without asking, but only from an
 * address and with the factors that the login policy accepts for the application. What is missing
 * is asked, and nothing else. Before that, the door is closed to addresses that nobody may use.
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
    Optional<Decision> closed =
        new Door(context.getSession(), context.getRealm()).refusalOfAnybody(application(context));
    if (closed.isPresent()) {
      Refusal.end(context, closed.get());
      return;
    }
    AuthResult signedIn =
        AuthenticationManager.authenticateIdentityCookie(
            context.getSession(), context.getRealm(), true);
    if (signedIn == null || signedIn.session().getState() == UserSessionModel.State.LOGGING_OUT) {
      // Who has begun to sign out is nobody: the next person at this browser may be somebody else.
      context.attempted();
      return;
    }
    context.setUser(signedIn.user());
    ProvenFactors proven = SessionFactors.of(context.getSession(), signedIn.session());
    if (mustSignInAgain(context, signedIn.session(), proven)) {
      context.attempted();
    } else {
      judge(context, signedIn, proven);
    }
  }

  private static void judge(
      AuthenticationFlowContext context, AuthResult signedIn, ProvenFactors proven) {
    Decision decision =
        CredentialChange.withTwoFactors(
            new Door(context.getSession(), context.getRealm())
                .judge(signedIn.user(), proven, application(context)),
            context.getAuthenticationSession(),
            signedIn.user(),
            proven);
    switch (decision.outcome()) {
      case ALLOW -> enter(context, signedIn.session(), proven);
      case ASK -> {
        CarriedFactors.carry(context.getAuthenticationSession(), signedIn.user(), proven);
        context.attempted();
      }
      case DENY -> Refusal.end(context, decision);
    }
  }

  private static String application(AuthenticationFlowContext context) {
    return context.getAuthenticationSession().getClient().getClientId();
  }

  private static boolean mustSignInAgain(
      AuthenticationFlowContext context, UserSessionModel userSession, ProvenFactors proven) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    LoginProtocol protocol =
        context.getSession().getProvider(LoginProtocol.class, authSession.getProtocol());
    if (protocol.requireReauthentication(userSession, authSession)
        || CredentialChange.needsFreshSignIn(
            context.getSession(), authSession, proven, Time.currentTimeMillis() / 1000)) {
      authSession.setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");
      return true;
    }
    return AuthenticatorUtil.isForkedFlow(authSession);
  }

  private static void enter(
      AuthenticationFlowContext context, UserSessionModel userSession, ProvenFactors proven) {
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    // The executions completed earlier are what Keycloak's amr mapper reads.
    AuthenticatorUtils.updateCompletedExecutions(
        authSession, userSession, context.getExecution().getId());
    new AcrStore(context.getSession(), authSession)
        .setLevelAuthenticatedToCurrentRequest(LevelOfAuthentication.of(proven));
    EntryAddress.note(authSession, context.getConnection());
    authSession.setAuthNote(AuthenticationManager.SSO_AUTH, "true");
    context.attachUserSession(userSession);
    context.success();
  }
}
