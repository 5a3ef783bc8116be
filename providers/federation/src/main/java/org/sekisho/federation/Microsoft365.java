package org.sekisho.federation;

import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.resources.RealmsResource;
import org.sekisho.core.DomainName;
import org.sekisho.core.SessionProof;
import org.sekisho.core.Tenant;
import org.sekisho.core.UserId;

/** What of Microsoft 365 depends on Keycloak: which client it is, its issuers, who may pass. */
final class Microsoft365 {

  /** Client attribute that names the entry of the application catalogue. */
  private static final String APPLICATION_ATTRIBUTE = "sekisho.application";

  private static final String APPLICATION_ID = "microsoft-365";

  private Microsoft365() {}

  static boolean is(ClientModel client) {
    return APPLICATION_ID.equals(client.getAttribute(APPLICATION_ATTRIBUTE));
  }

  /** Microsoft demands an issuer of its own for each federated domain. */
  static String issuer(KeycloakSession session, DomainName domain) {
    return RealmsResource.realmBaseUrl(session.getContext().getUri())
        .path("domains")
        .path(domain.value())
        .build(session.getContext().getRealm().getName())
        .toString();
  }

  static Optional<Microsoft365Admission.Refusal> refusal(
      KeycloakSession session, RealmModel realm, UserSessionModel userSession) {
    UserModel user = userSession.getUser();
    String immutableId = user.getFirstAttribute(ImmutableId.ATTRIBUTE);
    return new Microsoft365Admission(
            UserId.parse(user.getUsername()),
            Tenant.of(realm).map(Tenant::domains).orElse(Set.of()),
            immutableId,
            holders(session, realm, immutableId),
            SessionProof.of(userSession))
        .refusal();
  }

  private static long holders(KeycloakSession session, RealmModel realm, String immutableId) {
    return immutableId == null
        ? 0
        : session
            .users()
            .searchForUserByUserAttributeStream(realm, ImmutableId.ATTRIBUTE, immutableId)
            .limit(2)
            .count();
  }
}
