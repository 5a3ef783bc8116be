package org.sekisho.smsotp;

import org.keycloak.Config;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Puts another phone in the place of the user's, or registers a first one. Begun by the user, from
 * the portal; the sign-in before it must be a fresh one ({@code max_auth_age}).
 */
public final class PhoneChange implements RequiredActionProvider, RequiredActionFactory {

  static final String ID = "sekisho-phone";

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    new PhoneProof(new ActionScreen(context)).open();
  }

  @Override
  public void processAction(RequiredActionContext context) {
    new PhoneProof(new ActionScreen(context))
        .take(context.getHttpRequest().getDecodedFormParameters())
        .ifPresent(number -> changed(context, number));
  }

  private static void changed(RequiredActionContext context, PhoneNumber number) {
    context
        .getEvent()
        .event(EventType.UPDATE_CREDENTIAL)
        .detail(Details.CREDENTIAL_TYPE, SmsCredentialModel.TYPE)
        .detail(CodeDialogue.NUMBER_DETAIL, number.masked());
    context.success();
  }

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayText() {
    return "Sekisho phone";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
