package org.sekisho.smsotp;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where a number or a code is asked for: a step of the sign-in, or an action that a user has begun.
 * What is asked and what counts does not depend on it.
 */
interface CodeScreen {

  KeycloakSession session();

  RealmModel realm();

  UserModel user();

  AuthenticationSessionModel authSession();

  LoginFormsProvider form();

  /** An event about the user, ready to be sent as an error. */
  EventBuilder event();

  /** Shows a page. */
  void show(Response page);

  /** Shows a page after which nothing else may be offered. */
  void showOnly(Response page);

  /** Shows a page after a wrong code, which counts towards the locks. */
  void showFailure(Response page);
}
