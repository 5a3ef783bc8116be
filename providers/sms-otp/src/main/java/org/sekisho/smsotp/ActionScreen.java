package org.sekisho.smsotp;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An action that a signed-in user has begun. */
record ActionScreen(RequiredActionContext context) implements CodeScreen {

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

  /** A copy: the event of the request goes on to tell of the sign-in. */
  @Override
  public EventBuilder event() {
    return context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL).user(context.getUser());
  }

  @Override
  public void show(Response page) {
    context.challenge(page);
  }

  @Override
  public void showOnly(Response page) {
    context.challenge(page);
  }

  /** Keycloak counts the failures of sign-ins by itself, and of actions none. */
  @Override
  public void showFailure(Response page) {
    if (context.getRealm().isBruteForceProtected()) {
      context
          .getSession()
          .getProvider(BruteForceProtector.class)
          .failedLogin(
              context.getRealm(),
              context.getUser(),
              context.getConnection(),
              context.getUriInfo(),
              Set.of(SmsStepFactory.CATEGORY));
    }
    context.challenge(page);
  }
}
