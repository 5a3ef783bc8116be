package org.sekisho.passwordpolicy;

import java.util.OptionalLong;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Warns at a sign-in that the password will expire soon, and offers to change it now. */
public final class PasswordExpiryNotice implements RequiredActionProvider, RequiredActionFactory {

  private static final String ID = "sekisho-password-expiry-notice";
  private static final String PAGE = "sekisho-password-expiry-notice.ftl";

  /** Set once the notice was read: Keycloak asks for triggers again after each action. */
  private static final String READ_NOTE = "sekisho.passwordExpiryNoticeRead";

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    // Only after a password was typed: single sign-on is not the moment to ask for a new one.
    if (context.getAuthenticationSession().getAuthNote(READ_NOTE) == null
        && AuthenticatorUtil.isPasswordValidated(context.getAuthenticationSession())
        && daysLeft(context).isPresent()) {
      context.getAuthenticationSession().addRequiredAction(ID);
    }
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    context.challenge(
        context
            .form()
            .setAttribute("passwordExpiresInDays", daysLeft(context).orElse(0))
            .createForm(PAGE));
  }

  @Override
  public void processAction(RequiredActionContext context) {
    context.getAuthenticationSession().setAuthNote(READ_NOTE, "true");
    boolean change = context.getHttpRequest().getDecodedFormParameters().containsKey("change");
    if (change) {
      context
          .getAuthenticationSession()
          .addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
    }
    context.success();
  }

  private static OptionalLong daysLeft(RequiredActionContext context) {
    PasswordAge limit =
        new PasswordAge(context.getRealm().getPasswordPolicy().getDaysToExpirePassword());
    return context
        .getUser()
        .credentialManager()
        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
        .map(CredentialModel::getCreatedDate)
        .filter(created -> created != null)
        .findFirst()
        .map(created -> limit.daysToWarnOf(created, Time.currentTimeMillis()))
        .orElse(OptionalLong.empty());
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
    return "Sekisho password expiry notice";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
