package org.sekisho.tenant.operator;

import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.register.TenantRegister;

/** One call of an operator: who calls, and what every call needs. */
record OperatorCall(KeycloakSession session, AdminAuth auth, OperatorSettings settings) {

  OperatorRights rights() {
    return new OperatorRights(auth);
  }

  long now() {
    return Time.currentTimeMillis();
  }

  /** The realm of a tenant, or the answer that there is none. */
  static RealmModel tenant(KeycloakSession session, String id) {
    RealmModel realm = session.realms().getRealmByName(id);
    boolean known = realm != null && Tenant.is(realm);
    if (!known || new TenantRegister(session).find(realm.getId()).isEmpty()) {
      throw Problem.of("tenant-unknown", 404, "No such tenant", "No tenant has this id.")
          .toException();
    }
    return realm;
  }

  RealmModel tenant(String id) {
    return tenant(session, id);
  }

  static <T> T requireBody(T body) {
    if (body == null) {
      throw Problem.of("body-missing", 400, "No request body", "The call needs a JSON body.")
          .toException();
    }
    return body;
  }

  /** Either all of the work and its records are committed when this returns, or nothing is. */
  <T> T change(Function<Change, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own -> work.apply(new Change(own, this)),
        "sekisho-operator");
  }
}
