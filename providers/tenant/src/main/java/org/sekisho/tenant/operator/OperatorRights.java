package org.sekisho.tenant.operator;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.support.OperatorRole;

/** What the operator who calls may do. */
final class OperatorRights {

  private final AdminAuth auth;

  OperatorRights(AdminAuth auth) {
    this.auth = auth;
  }

  void require(OperatorRole role) {
    if (!auth.hasRealmRole(role.roleName())) {
      throw Problem.of(
              "not-allowed", 403, "Forbidden", "This call needs the role " + role.roleName())
          .with("role", role.roleName())
          .toException();
    }
  }

  /**
   * The provider acts for tenants that have no console. The others manage their users themselves:
   * an operator may do it only in a support session.
   *
   * @param right the right that the support session must give
   */
  void requireActingFor(RealmModel tenant, String right) {
    ClientModel rights = tenant.getMasterAdminClient();
    boolean supported = auth.hasAppRole(rights, right);
    if (!supported && Plans.get(Tenant.of(tenant).orElseThrow().plan()).adminConsole()) {
      throw Problem.of(
              "support-session-needed",
              403,
              "Forbidden",
              "The tenant manages its users itself. A support session with the right %s is needed."
                  .formatted(right))
          .with("right", right)
          .toException();
    }
    if (!supported) {
      require(OperatorRole.MANAGER);
    }
  }
}
