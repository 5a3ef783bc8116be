package org.sekisho.loginpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the password page as {@code sekisho-password}. */
public final class PasswordAuthenticatorFactory implements AuthenticatorFactory {

  static final String ID = "sekisho-password";

  private static final Requirement[] CHOICES = {Requirement.REQUIRED};
  private static final Authenticator STEP = new PasswordStep();

  @Override
  public Authenticator create(KeycloakSession session) {
    return STEP;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Sekisho password";
  }

  @Override
  public String getHelpText() {
    return "Asks for the password of the user ID given before.";
  }

  /** The category by which Keycloak's brute-force protection counts failures. */
  @Override
  public String getReferenceCategory() {
    return PasswordCredentialModel.TYPE;
  }

  /** Configurable only for Keycloak's {@code default.reference.value}, which feeds {@code amr}. */
  @Override
  public boolean isConfigurable() {
    return true;
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
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
