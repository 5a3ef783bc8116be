package org.sekisho.passwordpolicy;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.DefaultPasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;
import org.sekisho.core.Tenant;

/**
 * Keeps the floor in every tenant, also where somebody has taken {@code sekishoPassword} out of the
 * realm's policy: whoever sets a password, by whichever API, comes through here.
 */
final class FlooredPasswordPolicyManager implements PasswordPolicyManagerProvider {

  private final KeycloakSession session;
  private final PasswordPolicyManagerProvider configured;

  FlooredPasswordPolicyManager(KeycloakSession session) {
    this.session = session;
    this.configured = new DefaultPasswordPolicyManagerProvider(session);
  }

  @Override
  public PolicyError validate(RealmModel realm, UserModel user, String password) {
    PolicyError below = floorIsMissing(realm) ? floor().validate(realm, user, password) : null;
    return below != null ? below : configured.validate(realm, user, password);
  }

  @Override
  public PolicyError validate(String username, String password) {
    boolean missing = floorIsMissing(session.getContext().getRealm());
    PolicyError below = missing ? floor().validate(username, password) : null;
    return below != null ? below : configured.validate(username, password);
  }

  private PasswordPolicyProvider floor() {
    return new TenantPasswordPolicyProvider(session);
  }

  private static boolean floorIsMissing(RealmModel realm) {
    return Tenant.is(realm)
        && !realm
            .getPasswordPolicy()
            .getPolicies()
            .contains(TenantPasswordPolicyProviderFactory.ID);
  }

  @Override
  public void close() {
    configured.close();
  }
}
