package org.sekisho.core;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/** A step of the sign-in that is its own factory, always required and without settings. */
public abstract class StatelessAuthenticator implements Authenticator, AuthenticatorFactory {

  private static final Requirement[] CHOICES = {Requirement.REQUIRED, Requirement.ALTERNATIVE};

  private final String id;
  private final String displayType;
  private final String helpText;

  protected StatelessAuthenticator(String id, String displayType, String helpText) {
    this.id = id;
    this.displayType = displayType;
    this.helpText = helpText;
  }

  @Override
  public final Authenticator create(KeycloakSession session) {
    return this;
  }

  @Override
  public final String getId() {
    return id;
  }

  @Override
  public final String getDisplayType() {
    return displayType;
  }

  @Override
  public final String getHelpText() {
    return helpText;
  }

  @Override
  public String getReferenceCategory() {
    return null;
  }

  @Override
  public final boolean isConfigurable() {
    return false;
  }

  @Override
  public final Requirement[] getRequirementChoices() {
    return CHOICES;
  }

  @Override
  public final boolean isUserSetupAllowed() {
    return false;
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public void action(AuthenticationFlowContext context) {}

  @Override
  public boolean requiresUser() {
    return false;
  }

  @Override
  public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return true;
  }

  @Override
  public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public final void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
