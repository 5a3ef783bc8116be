package org.sekisho.federation.application;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.core.ApplicationAccess;
import org.sekisho.core.Faults;

/**
 * Who may use an application, as a caller wishes it.
 *
 * @param everybody null where nothing was said
 * @param groupIds null where nothing was said
 */
record Assignment(Boolean everybody, List<String> groupIds) {

  private static final int MOST = 200;

  static Assignment read(
      KeycloakSession session, RealmModel realm, ApplicationRequest wish, Faults faults) {
    if (wish.groups() == null) {
      return new Assignment(wish.everybody(), null);
    }
    boolean all = Boolean.TRUE.equals(wish.everybody());
    faults.require(
        "groups", !all || wish.groups().isEmpty(), "must be empty where everybody may use it");
    faults.require("groups", wish.groups().size() <= MOST, "must be at most 200 groups");
    List<String> ids = new ArrayList<>();
    for (String path : wish.groups()) {
      GroupModel group =
          path == null ? null : KeycloakModelUtils.findGroupByPath(session, realm, path);
      faults.require("groups", group != null, "the tenant has no group " + path);
      if (group != null) {
        ids.add(group.getId());
      }
    }
    return new Assignment(wish.everybody(), ids);
  }

  /** A new application is for nobody until somebody says for whom. */
  void applyToNew(ClientModel client) {
    ApplicationAccess.assign(client, List.of());
    applyTo(client);
  }

  void applyTo(ClientModel client) {
    if (Boolean.TRUE.equals(everybody)) {
      ApplicationAccess.openToEverybody(client);
    } else if (groupIds != null) {
      ApplicationAccess.assign(client, groupIds);
    } else if (Boolean.FALSE.equals(everybody) && ApplicationAccess.assignedTo(client).isEmpty()) {
      ApplicationAccess.assign(client, List.of());
    }
  }
}
