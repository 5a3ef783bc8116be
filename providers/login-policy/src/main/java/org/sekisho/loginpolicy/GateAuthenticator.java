package org.sekisho.loginpolicy;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.common.util.Time;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.ReferenceNumber;

/**
 * Last step: counts what was really proven, writes it on the session, and lets nobody through with
 * less than required. It trusts no earlier step to have done its part, because a flow can be
 * changed, restarted or entered half-way.
 */
public final class GateAuthenticator extends StatelessAuthenticator {

  static final String FACTORS_MISSING_EVENT = "factors_missing";

  public GateAuthenticator() {
    super(
        "sekisho-gate",
        "Sekisho gate",
        "Ends a sign-in: notes the factors proven and refuses where they are too few.");
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    ProvenFactors proven = CompletedSteps.provenIn(context, Time.currentTimeMillis() / 1000);
    if (!FactorRequirement.isMetBy(proven)) {
      refuse(context);
      return;
    }
    context.getAuthenticationSession().setUserSessionNote(ProvenFactors.NOTE, proven.toNote());
    new AcrStore(context.getSession(), context.getAuthenticationSession())
        .setLevelAuthenticatedToCurrentRequest(FactorRequirement.LEVEL_TWO_FACTORS);
    context.success();
  }

  private static void refuse(AuthenticationFlowContext context) {
    ReferenceNumber reference = ReferenceNumber.next();
    context.getEvent().detail(ReferenceNumber.EVENT_DETAIL, reference.value());
    context.getEvent().user(context.getUser()).error(FACTORS_MISSING_EVENT);
    Response page =
        context
            .form()
            .setError("sekishoFactorsMissing", reference.value())
            .createErrorPage(Response.Status.FORBIDDEN);
    context.failure(AuthenticationFlowError.ACCESS_DENIED, page);
  }
}
