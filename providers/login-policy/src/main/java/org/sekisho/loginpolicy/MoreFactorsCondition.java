package org.sekisho.loginpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Whether the login policy asks for more than was proven so far. */
public final class MoreFactorsCondition
    implements ConditionalAuthenticator, ConditionalAuthenticatorFactory {

  private static final Requirement[] CHOICES = {Requirement.REQUIRED};

  @Override
  public boolean matchCondition(AuthenticationFlowContext context) {
    // Who is refused by now goes on to the gate, which ends the sign-in.
    return !PolicyAuthenticator.decide(context).next().isEmpty();
  }

  @Override
  public ConditionalAuthenticator getSingleton() {
    return this;
  }

  @Override
  public String getId() {
    return "sekisho-more-factors";
  }

  @Override
  public String getDisplayType() {
    return "Sekisho condition - more factors are asked";
  }

  @Override
  public String getHelpText() {
    return "Holds where the tenant's login policy asks for more factors.";
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public boolean isConfigurable() {
    return false;
  }

  @Override
  public Requirement[] getRequirementChoices() {
    return CHOICES;
  }

  @Override
  public boolean isUserSetupAllowed() {
    return false;
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public void action(AuthenticationFlowContext context) {}

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
