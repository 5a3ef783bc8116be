package org.sekisho.tenant.operator;

import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.tenant.user.IdAdministrators;
import org.sekisho.tenant.user.UserAdding;

/** Users as the answers tell them. */
final class UserAnswers {

  private UserAnswers() {}

  /** A user; what is not said is not the operator's. */
  record User(
      String userId, String firstName, String lastName, boolean enabled, boolean idAdministrator) {

    static User of(RealmModel realm, UserModel user) {
      return new User(
          user.getUsername(),
          user.getFirstName(),
          user.getLastName(),
          user.isEnabled(),
          user.hasRole(realm.getRole(IdAdministrators.ROLE)));
    }
  }

  /** A page of users. */
  record Page(List<User> users) {}

  /** A user that was added; the password only where the server has made it. */
  record Added(String id, String userId, String immutableId, String temporaryPassword) {

    static Added of(UserAdding.Added added) {
      return new Added(
          added.user().getId(),
          added.user().getUsername(),
          added.immutableId(),
          added.madePassword());
    }

    Added withoutPassword() {
      return new Added(id, userId, immutableId, null);
    }
  }

  /** A password that was made anew, told this once. */
  record Reissued(String userId, String temporaryPassword) {}
}
