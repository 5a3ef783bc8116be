package org.sekisho.loginpolicy;

import java.util.EnumSet;
import java.util.Set;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Assurance;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SetUpFactors;
import org.sekisho.loginpolicy.decision.Decision;

/**
 * What the relying party asks for beyond the login policy: by {@code acr_values} or {@code claims}
 * (OpenID Connect Core 5.5.1.1), or by RequestedAuthnContext (SAML core 3.3.2.2.1). Both protocols
 * note it for the sign-in under Keycloak's names.
 */
final class RequestedAssurance {

  private RequestedAssurance() {}

  /** The same decision, or one second factor more where the relying party wants two kinds. */
  static Decision raised(
      Decision decision,
      AuthenticationSessionModel authSession,
      UserModel user,
      ProvenFactors proven) {
    boolean enough = proven.areMultiFactor() || level(authSession) < Assurance.MULTI_FACTOR.level();
    if (!decision.isAllowed() || enough) {
      return decision;
    }
    Set<Factor> second = EnumSet.noneOf(Factor.class);
    SetUpFactors.of(user).stream()
        .filter(factor -> factor.kind() != Factor.Kind.KNOWLEDGE)
        .forEach(second::add);
    if (second.isEmpty() && isEssential(authSession)) {
      // Whoever has none registers a phone, or is refused: less than essential is of no use.
      second.add(Factor.SMS);
    }
    return second.isEmpty() ? decision : decision.askingFor(second);
  }

  private static int level(AuthenticationSessionModel authSession) {
    String requested = authSession.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
    try {
      return requested == null ? Assurance.NONE.level() : Integer.parseInt(requested);
    } catch (NumberFormatException unknown) {
      return Assurance.NONE.level();
    }
  }

  private static boolean isEssential(AuthenticationSessionModel authSession) {
    return Boolean.parseBoolean(authSession.getClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION));
  }
}
