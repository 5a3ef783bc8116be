package org.sekisho.tenant.user;

import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.resources.RealmsResource;

/**
 * Mails a user the link to set the first password: Keycloak's own action token, which works once
 * and signs nobody in.
 */
public final class Invitation {

  /** Long enough for somebody who reads mail after a weekend. */
  static final Duration VALID = Duration.ofDays(3);

  /** Where the last page leads: to the sign-in. */
  private static final String MAIN_MENU = "main-menu";

  private final KeycloakSession session;
  private final RealmModel realm;

  public Invitation(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /**
   * Sends the mail.
   *
   * @throws EmailException where the relay did not take it
   */
  public void send(UserModel user) throws EmailException {
    List<String> actions = List.of(RequiredAction.UPDATE_PASSWORD.name());
    int expiration = Math.toIntExact(Time.currentTimeMillis() / 1000 + VALID.toSeconds());
    ExecuteActionsActionToken token =
        new ExecuteActionsActionToken(
            user.getId(), user.getEmail(), expiration, actions, mainMenu(), MAIN_MENU);
    session
        .getProvider(EmailTemplateProvider.class)
        .setAttribute(Constants.TEMPLATE_ATTR_REQUIRED_ACTIONS, actions)
        .setAttribute(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true)
        .setRealm(realm)
        .setUser(user)
        .sendExecuteActions(link(token), VALID.toMinutes());
  }

  private String mainMenu() {
    return RealmsResource.realmBaseUrl(session.getContext().getUri())
        .path("sekisho/menu")
        .build(realm.getName())
        .toString();
  }

  private String link(ExecuteActionsActionToken token) {
    UriInfo server = session.getContext().getUri();
    return LoginActionsService.actionTokenProcessor(server)
        .queryParam("key", token.serialize(session, realm, server))
        .build(realm.getName())
        .toString();
  }
}
