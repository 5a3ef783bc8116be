package org.sekisho.loginpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;
import org.sekisho.core.SetUpFactors;

/**
 * Whether a user may remove one of the own credentials. Keycloak asks this of the credential's type
 * in both places where users remove any: in the action {@code delete_credential}, and in the
 * account interface.
 */
final class CredentialRemoval {

  private CredentialRemoval() {}

  /** The same description of a type, with what is true of the user's credentials now. */
  static CredentialTypeMetadata guarded(
      CredentialTypeMetadata type, KeycloakSession session, UserModel user) {
    return CredentialTypeMetadata.builder()
        .type(type.getType())
        .category(type.getCategory())
        .displayName(type.getDisplayName())
        .helpText(type.getHelpText())
        .iconCssClass(type.getIconCssClass())
        .createAction(type.getCreateAction())
        .updateAction(type.getUpdateAction())
        .removeable(type.isRemoveable() && mayGo(session, user, type.getType()))
        .build(session);
  }

  /**
   * Only after a sign-in, which an action demands and the account interface does not: there an
   * access token alone would do.
   */
  private static boolean mayGo(KeycloakSession session, UserModel user, String type) {
    if (user == null || session.getContext().getAuthenticationSession() == null) {
      return false;
    }
    List<Factor> stored =
        user.credentialManager()
            .getStoredCredentialsStream()
            .map(CredentialModel::getType)
            .flatMap(one -> SetUpFactors.factorOf(one).stream())
            .toList();
    LoginRules rules = session.getProvider(LoginRules.class);
    return SetUpFactors.factorOf(type)
        .map(factor -> leavesASecondFactor(stored, factor, used -> rules.uses(user, used)))
        .orElse(false);
  }

  /**
   * Whether the user can still do what the login policy asks. Recovery codes are for an emergency
   * and used up one day, so they do not count as what is left.
   */
  static boolean leavesASecondFactor(
      List<Factor> stored, Factor removed, Predicate<Factor> usedByPolicy) {
    if (!usedByPolicy.test(removed)) {
      return true;
    }
    List<Factor> left = new ArrayList<>(stored);
    left.remove(removed);
    return left.stream()
        .anyMatch(
            factor ->
                factor.kind() != Factor.Kind.KNOWLEDGE
                    && factor != Factor.RECOVERY_CODE
                    && usedByPolicy.test(factor));
  }
}
