package org.sekisho.passwordpolicy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyConfigException;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** The password policy {@code sekishoPassword(n)}; n is the least length. */
final class TenantPasswordPolicyProvider implements PasswordPolicyProvider {

  private final KeycloakSession session;

  TenantPasswordPolicyProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public PolicyError validate(RealmModel realm, UserModel user, String password) {
    return judge(
        realm,
        password,
        Arrays.asList(
            user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName()));
  }

  @Override
  public PolicyError validate(String username, String password) {
    return judge(session.getContext().getRealm(), password, Arrays.asList(username));
  }

  private PolicyError judge(RealmModel realm, String password, List<String> ownNames) {
    PasswordRules rules = rulesOf(realm);
    Set<PasswordRule> broken = rules.broken(password, ownNames);
    return broken.isEmpty() ? null : PasswordPolicyMessages.error(broken, rules);
  }

  /** The realm's rules; the floor where its policy does not name this provider. */
  static PasswordRules rulesOf(RealmModel realm) {
    PasswordPolicy policy = realm.getPasswordPolicy();
    Object configured = policy.getPolicyConfig(TenantPasswordPolicyProviderFactory.ID);
    return configured instanceof PasswordRules rules
        ? rules
        : new PasswordRules(PasswordRules.FLOOR);
  }

  /** Refuses a value below the floor when it is saved, through whichever API. */
  @Override
  public Object parseConfig(String value) {
    int minLength = parseInteger(value, PasswordRules.FLOOR);
    if (minLength < PasswordRules.FLOOR || minLength > PasswordRules.MAX_MIN_LENGTH) {
      throw new PasswordPolicyConfigException(
          "minimum length must be between %d and %d"
              .formatted(PasswordRules.FLOOR, PasswordRules.MAX_MIN_LENGTH));
    }
    return new PasswordRules(minLength);
  }

  @Override
  public void close() {}
}
