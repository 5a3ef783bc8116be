package org.sekisho.loginpolicy.decision;

import java.util.List;
import java.util.Set;
import org.sekisho.core.Factor;
import org.sekisho.network.TrustedNetworks;

/**
 * Who gets into a tenant from where: its trusted networks and its login policies, in order.
 *
 * @param networks the addresses to which the policies' rules for trusted networks apply
 * @param policies the first that matches applies, and no other
 */
public record AccessRules(TrustedNetworks networks, List<LoginPolicy> policies) {

  /** Name of the last policy, which matches everybody. */
  public static final String DEFAULT = "Default";

  /** The provider's baseline: password and a code or a passkey, from everywhere. */
  public static final AccessRules BASELINE =
      new AccessRules(new TrustedNetworks(List.of()), List.of(baselinePolicy()));

  public AccessRules {
    policies = List.copyOf(policies);
  }

  private static LoginPolicy baselinePolicy() {
    Rule twoFactors =
        Rule.ask(
            true,
            List.of(Set.of(Factor.PASSWORD), Set.of(Factor.SMS, Factor.TOTP, Factor.PASSKEY)));
    return new LoginPolicy(DEFAULT, Set.of(), Set.of(), twoFactors, twoFactors);
  }
}
