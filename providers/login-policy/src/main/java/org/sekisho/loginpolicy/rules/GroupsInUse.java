package org.sekisho.loginpolicy.rules;

import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.loginpolicy.decision.LoginPolicy;

/**
 * Keeps a group that a login policy is for from being deleted: its members would fall to the next
 * policy, which may be the weaker one, without a change of rules that anybody confirmed.
 */
final class GroupsInUse {

  private GroupsInUse() {}

  /** Listens to Keycloak, which tells of each group, subgroups too, before it is deleted. */
  static void guard(ProviderEvent event) {
    if (event instanceof GroupModel.GroupRemovedEvent removed) {
      refuseWhereNamed(removed.getKeycloakSession(), removed.getRealm(), removed.getGroup());
    }
  }

  private static void refuseWhereNamed(
      KeycloakSession session, RealmModel realm, GroupModel group) {
    List<String> policies = !Tenant.is(realm) ? List.of() : naming(session, realm, group);
    if (!policies.isEmpty()) {
      // Of a group with subgroups some may be gone already in this transaction.
      session.getTransactionManager().setRollbackOnly();
      throw Problem.of(
              "group-in-use",
              409,
              "Group not deleted",
              "The login policies '%s' are for the group '%s': change them first."
                  .formatted(String.join("', '", policies), group.getName()))
          .with("policies", policies)
          .toException();
    }
  }

  private static List<String> naming(KeycloakSession session, RealmModel realm, GroupModel group) {
    return new AccessRulesStore(session)
        .standing(realm, Time.currentTimeMillis())
        .filter(policy -> policy.groups().contains(group.getId()))
        .map(LoginPolicy::name)
        .distinct()
        .toList();
  }
}
