package org.sekisho.smsotp;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers {@code sekisho-sms-code}. */
public final class SmsCodeStepFactory extends SmsStepFactory {

  private static final Authenticator STEP = new SmsCodeStep();

  @Override
  public Authenticator create(KeycloakSession session) {
    return STEP;
  }

  @Override
  public String getId() {
    return "sekisho-sms-code";
  }

  @Override
  public String getDisplayType() {
    return "Sekisho SMS one-time code";
  }

  @Override
  public String getHelpText() {
    return "Asks for a code sent by SMS to the registered phone.";
  }
}
