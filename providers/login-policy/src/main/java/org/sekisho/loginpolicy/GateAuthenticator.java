package org.sekisho.loginpolicy;

import java.util.function.Function;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.StatelessAuthenticator;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.session.EntryAddress;

/**
 * Last step: counts what was really proven, writes it on the session, and lets nobody through with
 * less than the login policy asks. It trusts no earlier step to have done its part, because a flow
 * can be changed, restarted or entered half-way.
 */
public final class GateAuthenticator extends StatelessAuthenticator {

  private final Function<AuthenticationFlowContext, Decision> judge;

  public GateAuthenticator() {
    this(PolicyAuthenticator::decide);
  }

  GateAuthenticator(Function<AuthenticationFlowContext, Decision> judge) {
    super(
        "sekisho-gate",
        "Sekisho gate",
        "Ends a sign-in: notes the factors proven and refuses where they are too few.");
    this.judge = judge;
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    Decision decision = judge.apply(context);
    if (!decision.isAllowed()) {
      Refusal.end(context, decision);
      return;
    }
    ProvenFactors proven = CompletedSteps.provenNow(context);
    AuthenticationSessionModel signIn = context.getAuthenticationSession();
    signIn.setUserSessionNote(ProvenFactors.NOTE, proven.toNote());
    proven
        .provenSince()
        .ifPresent(
            since ->
                // Where Keycloak looks for the time of a sign-in that it did not do itself: a
                // step-up renews one factor, and the sign-in is as old as the oldest.
                signIn.setClientNote(
                    AuthenticationManager.AUTH_TIME_BROKER, String.valueOf(since)));
    EntryAddress.note(signIn, context.getConnection());
    ProvenDevice.in(signIn).ifPresent(device -> device.noteForSession(signIn));
    new AcrStore(context.getSession(), signIn)
        .setLevelAuthenticatedToCurrentRequest(LevelOfAuthentication.of(proven));
    context.success();
  }
}
