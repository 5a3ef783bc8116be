package org.sekisho.loginpolicy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.sekisho.core.Factor;

/**
 * The password page. Keycloak's own check does the work: unknown users cost a hash as known ones
 * do, and all failures read alike.
 */
final class PasswordStep extends AbstractUsernameFormAuthenticator implements Authenticator {

  private static final String PAGE = "sekisho-password.ftl";

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    if (CarriedFactors.of(context.getAuthenticationSession()).contains(Factor.PASSWORD)) {
      context.success();
      return;
    }
    boolean known = context.getUser() != null;
    context
        .getAuthenticationSession()
        .setAuthNote(USER_SET_BEFORE_USERNAME_PASSWORD_AUTH, String.valueOf(known));
    context.challenge(challenge(context, null));
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
    String password = typed.getFirst(PasswordCredentialModel.TYPE);
    if (password == null || password.isEmpty()) {
      context.challenge(challenge(context, "sekishoPasswordMissing"));
      return;
    }
    if (validateUserAndPassword(context, withUserIdOfFirstStep(context, password))) {
      context.success(PasswordCredentialModel.TYPE);
    }
  }

  /** A user ID that arrives with this form is not believed. */
  private static MultivaluedMap<String, String> withUserIdOfFirstStep(
      AuthenticationFlowContext context, String password) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.add(
        AuthenticationManager.FORM_USERNAME,
        context.getAuthenticationSession().getAuthNote(ATTEMPTED_USERNAME));
    fields.add(PasswordCredentialModel.TYPE, password);
    return fields;
  }

  /** A locked account costs a hash too, or the time of the answer would tell that it exists. */
  @Override
  protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
    boolean disabled = super.isDisabledByBruteForce(context, user);
    if (disabled) {
      AuthenticatorUtils.dummyHash(context);
    }
    return disabled;
  }

  @Override
  protected Response challenge(AuthenticationFlowContext context, String error, String field) {
    LoginFormsProvider form = context.form().setExecution(context.getExecution().getId());
    if (error != null) {
      form.addError(new FormMessage(PasswordCredentialModel.TYPE, error));
    }
    return form.createForm(PAGE);
  }

  @Override
  public boolean requiresUser() {
    return false;
  }

  @Override
  public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return true;
  }

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public void close() {}
}
