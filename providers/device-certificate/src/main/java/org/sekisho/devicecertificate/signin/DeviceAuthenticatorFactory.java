package org.sekisho.devicecertificate.signin;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.sekisho.devicecertificate.DeviceCertificates;

/** Registers the step of the sign-in. */
public final class DeviceAuthenticatorFactory implements AuthenticatorFactory {

  public static final String ID = "sekisho-device-certificate";

  private static final Requirement[] CHOICES = {Requirement.REQUIRED};

  @Override
  public Authenticator create(KeycloakSession session) {
    return new DeviceAuthenticator(DeviceCertificates.of(session).config());
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Sekisho device certificate";
  }

  @Override
  public String getHelpText() {
    return "Asks for the certificate of an enrolled device where the login policy asks for one.";
  }

  @Override
  public String getReferenceCategory() {
    return null;
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
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
