package org.sekisho.passwordpolicy;

import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;

/** Keycloak's own password change, with the tenant's rules handed to the page for its live list. */
public final class RuleListUpdatePassword extends UpdatePassword {

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    showRules(context);
    super.requiredActionChallenge(context);
  }

  @Override
  public void processAction(RequiredActionContext context) {
    showRules(context);
    super.processAction(context);
  }

  private static void showRules(RequiredActionContext context) {
    PasswordPolicy policy = context.getRealm().getPasswordPolicy();
    Map<String, Integer> rules =
        Map.of(
            "minLength", TenantPasswordPolicyProvider.rulesOf(context.getRealm()).minLength(),
            "history", Math.max(0, policy.getExpiredPasswords()),
            "expiryDays", Math.max(0, policy.getDaysToExpirePassword()));
    context.form().setAttribute("passwordRules", rules);
  }
}
