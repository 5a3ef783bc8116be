package org.sekisho.tenant.domain;

import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;

/** One call of an ID administrator about the domains of the own tenant. */
record DomainCall(
    KeycloakSession session, RealmModel tenant, AdminAuth auth, OwnDomainRules rules) {

  /** Either all of the work and its record are committed when this returns, or nothing is. */
  <T> T change(Function<DomainChange, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own -> work.apply(DomainChange.begin(own, this)),
        "sekisho-domains");
  }
}
