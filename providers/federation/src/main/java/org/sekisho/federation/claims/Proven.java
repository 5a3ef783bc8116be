package org.sekisho.federation.claims;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.LoginRules;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.Tenant;

/** What a session of a tenant's user has proven. */
final class Proven {

  private Proven() {}

  /** Empty where Sekisho signs nobody in: other realms, and applications for themselves. */
  static Optional<ProvenFactors> in(KeycloakSession session, UserSessionModel userSession) {
    boolean ours =
        Tenant.is(userSession.getRealm())
            && userSession.getUser().getServiceAccountClientLink() == null;
    return ours
        ? Optional.of(session.getProvider(LoginRules.class).proven(userSession))
        : Optional.empty();
  }
}
