package org.sekisho.tenant.lifecycle;

import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.sekisho.core.LoginRules;
import org.sekisho.tenant.plan.RealmConfig;

/**
 * Takes the security rules of a tenant back to the provider's baseline, which is what the realm
 * template says, when it moves to a plan that locks them.
 */
public final class BaselineRules {

  private final KeycloakSession session;
  private final RealmRepresentation template;

  public BaselineRules(KeycloakSession session, RealmConfig config) {
    this.session = session;
    this.template = config.realmTemplate(Map.of(), RealmRepresentation.class);
  }

  /**
   * Restores them in a realm that was read under the tenant's lock.
   *
   * @param by user ID of the operator who moves the tenant
   */
  public void restore(RealmModel realm, String by) {
    realm.setPasswordPolicy(PasswordPolicy.parse(session, template.getPasswordPolicy()));
    realm.setFailureFactor(template.getFailureFactor());
    realm.setWaitIncrementSeconds(template.getWaitIncrementSeconds());
    realm.setMaxFailureWaitSeconds(template.getMaxFailureWaitSeconds());
    realm.setSsoSessionIdleTimeout(template.getSsoSessionIdleTimeout());
    realm.setSsoSessionMaxLifespan(template.getSsoSessionMaxLifespan());
    session.getProvider(LoginRules.class).returnToBaseline(realm, by);
  }
}
