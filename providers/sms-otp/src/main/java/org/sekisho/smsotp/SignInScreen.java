package org.sekisho.smsotp;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A step of the sign-in. */
record SignInScreen(AuthenticationFlowContext context) implements CodeScreen {

  @Override
  public KeycloakSession session() {
    return context.getSession();
  }

  @Override
  public RealmModel realm() {
    return context.getRealm();
  }

  @Override
  public UserModel user() {
    return context.getUser();
  }

  @Override
  public AuthenticationSessionModel authSession() {
    return context.getAuthenticationSession();
  }

  @Override
  public LoginFormsProvider form() {
    return context.form();
  }

  @Override
  public EventBuilder event() {
    return context.getEvent().user(context.getUser());
  }

  @Override
  public void show(Response page) {
    context.challenge(page);
  }

  @Override
  public void showOnly(Response page) {
    context.forceChallenge(page);
  }

  /** A failure challenge is what Keycloak's brute-force protection counts; a plain one is not. */
  @Override
  public void showFailure(Response page) {
    context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
  }
}
