package org.sekisho.smsotp;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** What the two SMS steps have in common as Keycloak sees them. */
abstract class SmsStepFactory implements AuthenticatorFactory {

  /**
   * Keycloak's brute-force protection counts failures of this category and silently ignores those
   * of any category it does not know ({@code DefaultBruteForceProtector}, 26.7).
   */
  static final String CATEGORY = OTPCredentialModel.TYPE;

  private static final Requirement[] CHOICES = {
    Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED
  };

  @Override
  public final String getReferenceCategory() {
    return CATEGORY;
  }

  /** Configurable only for Keycloak's {@code default.reference.value}, which feeds {@code amr}. */
  @Override
  public final boolean isConfigurable() {
    return true;
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
  public final void init(Config.Scope config) {}

  @Override
  public final void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
