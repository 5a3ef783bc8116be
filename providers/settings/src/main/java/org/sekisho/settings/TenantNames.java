package org.sekisho.settings;

import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.core.Tenant;

/** The names of the groups and applications of a tenant. */
record TenantNames(KeycloakSession session, RealmModel tenant) implements GroupPaths {

  @Override
  public String path(String groupId) {
    GroupModel group = session.groups().getGroupById(tenant, groupId);
    return group == null ? groupId : KeycloakModelUtils.buildGroupPath(group);
  }

  Optional<String> groupId(String path) {
    return Optional.ofNullable(path)
        .map(name -> KeycloakModelUtils.findGroupByPath(session, tenant, name))
        .map(GroupModel::getId);
  }

  /** Whether the tenant has the option of device certificates. */
  boolean hasDevices() {
    return Tenant.of(tenant).filter(Tenant::hasDevices).isPresent();
  }

  boolean hasApplication(String clientId) {
    return clientId != null && session.clients().getClientByClientId(tenant, clientId) != null;
  }
}
