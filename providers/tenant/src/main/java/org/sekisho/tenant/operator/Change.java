package org.sekisho.tenant.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.Problem;
import org.sekisho.tenant.register.TenantEntity;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.register.TenantState;

/** A change that an operator makes, in a transaction of its own, with its records. */
final class Change {

  private static final String RESOURCE = "SEKISHO_OPERATOR";

  private final KeycloakSession session;
  private final OperatorCall call;

  Change(KeycloakSession session, OperatorCall call) {
    this.session = session;
    this.call = call;
  }

  KeycloakSession session() {
    return session;
  }

  /** The tenant's realm, in this transaction. */
  RealmModel tenant(String id) {
    RealmModel realm = OperatorCall.tenant(session, id);
    session.getContext().setRealm(realm);
    return realm;
  }

  /** The tenant's row, locked; a tenant that is closing accepts nothing but its restoring. */
  TenantEntity lockAlive(RealmModel realm) {
    TenantEntity tenant = lock(realm);
    if (tenant.state() == TenantState.CLOSING) {
      throw Problem.of("tenant-closing", 409, "The tenant is closing", "Restore the tenant first.")
          .toException();
    }
    return tenant;
  }

  TenantEntity lock(RealmModel realm) {
    return new TenantRegister(session)
        .lock(realm.getId())
        .orElseThrow(() -> new IllegalStateException("not in the register: " + realm.getName()));
  }

  UserModel operator() {
    return session.users().getUserById(master(), call.auth().getUser().getId());
  }

  /**
   * Writes one record for the operators and one for the tenant.
   *
   * @param ticket number of the case; null where the call needs none
   */
  void record(
      RealmModel tenant,
      OperationType operation,
      String path,
      String ticket,
      Object before,
      Object after) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("ticket", ticket);
    change.put("before", before);
    change.put("after", after);
    write(master(), operation, change, "sekisho", "tenants", tenant.getName(), path);
    write(tenant, operation, change, "sekisho", path);
  }

  private void write(
      RealmModel realm, OperationType operation, Object representation, String... path) {
    new AdminEventBuilder(realm, auth(), session, connection())
        .resource(RESOURCE)
        .operation(operation)
        .resourcePath(path)
        .representation(representation)
        .success();
  }

  private RealmModel master() {
    return session.realms().getRealm(call.auth().getRealm().getId());
  }

  private AdminAuth auth() {
    AdminAuth outer = call.auth();
    RealmModel master = master();
    return new AdminAuth(
        master,
        outer.getToken(),
        session.users().getUserById(master, outer.getUser().getId()),
        session.clients().getClientById(master, outer.getClient().getId()));
  }

  private ClientConnection connection() {
    return call.session().getContext().getConnection();
  }
}
