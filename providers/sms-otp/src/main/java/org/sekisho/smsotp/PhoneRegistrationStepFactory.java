package org.sekisho.smsotp;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers {@code sekisho-phone-registration}. */
public final class PhoneRegistrationStepFactory extends SmsStepFactory {

  private static final Authenticator STEP = new PhoneRegistrationStep();

  @Override
  public Authenticator create(KeycloakSession session) {
    return STEP;
  }

  @Override
  public String getId() {
    return "sekisho-phone-registration";
  }

  @Override
  public String getDisplayType() {
    return "Sekisho phone registration";
  }

  @Override
  public String getHelpText() {
    return "Asks users without a second factor for a mobile phone and proves it by a code.";
  }
}
