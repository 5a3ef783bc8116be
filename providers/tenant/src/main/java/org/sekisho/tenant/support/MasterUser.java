package org.sekisho.tenant.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.sekisho.core.Tenant;

/**
 * A user of the master realm. Roles that reach into a tenant are not theirs by any mapping, group
 * or composite role, but by a live support session alone. Keycloak asks here at each request, so a
 * session ends on all nodes when its time is over, with nothing to clean up.
 */
final class MasterUser extends UserModelDelegate {

  private final KeycloakSession session;
  private final Map<String, List<String>> rightsByTenant = new HashMap<>();
  private final Map<String, Optional<RealmModel>> tenantsByClient = new HashMap<>();

  MasterUser(UserModel delegate, KeycloakSession session) {
    super(delegate);
    this.session = session;
  }

  @Override
  public boolean hasRole(RoleModel role) {
    if (TenantRole.isMasterAdmin(role) && isInTenant()) {
      return false;
    }
    Optional<RealmModel> tenant =
        tenantsByClient.computeIfAbsent(
            role.getContainerId(), client -> TenantRole.tenantOf(role, session));
    return tenant.isEmpty() ? super.hasRole(role) : isSupported(tenant.get(), role);
  }

  /** There Keycloak would let an administrator of the master realm give the role realm-admin. */
  private boolean isInTenant() {
    RealmModel realm = session.getContext().getRealm();
    return realm != null && Tenant.is(realm);
  }

  private boolean isSupported(RealmModel tenant, RoleModel role) {
    ClientModel roles = (ClientModel) role.getContainer();
    return isOperator(roles.getRealm()) && isGiven(tenant, roles, role);
  }

  /** Who is no operator any more loses a session that is still live. */
  private boolean isOperator(RealmModel master) {
    RoleModel helpdesk = master.getRole(OperatorRole.HELPDESK.roleName());
    return helpdesk != null && super.hasRole(helpdesk);
  }

  private boolean isGiven(RealmModel tenant, ClientModel roles, RoleModel role) {
    return rights(tenant).stream()
        .map(roles::getRole)
        .anyMatch(given -> given != null && (given.equals(role) || given.hasRole(role)));
  }

  /** Asked once in a request: a list of users asks for rights hundreds of times. */
  private List<String> rights(RealmModel tenant) {
    return rightsByTenant.computeIfAbsent(
        tenant.getId(),
        id -> new SupportSessions(session).liveRights(getId(), id, Time.currentTimeMillis()));
  }
}
