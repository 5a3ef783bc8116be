package org.sekisho.passwordpolicy;

import java.util.Arrays;
import java.util.Set;
import org.keycloak.policy.PolicyError;

/**
 * Names every broken rule in one message of the reader's language. Keycloak carries one message key
 * with parameters; each parameter is 0 or 1 for a rule, and the message's choice formats turn it
 * into words.
 */
final class PasswordPolicyMessages {

  static final String KEY = "sekishoPasswordRejected";

  private PasswordPolicyMessages() {}

  static PolicyError error(Set<PasswordRule> broken, PasswordRules rules) {
    Object[] flags =
        Arrays.stream(PasswordRule.values()).map(rule -> broken.contains(rule) ? 1 : 0).toArray();
    Object[] parameters = Arrays.copyOf(flags, flags.length + 2);
    parameters[flags.length] = rules.minLength();
    parameters[flags.length + 1] = PasswordRules.MAX_LENGTH;
    return new PolicyError(KEY, parameters);
  }
}
