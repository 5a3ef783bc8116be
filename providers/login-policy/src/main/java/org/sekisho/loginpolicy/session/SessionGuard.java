package org.sekisho.loginpolicy.session;

import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.core.Tenant;
import org.sekisho.loginpolicy.Door;
import org.sekisho.loginpolicy.Refusal;
import org.sekisho.loginpolicy.SessionFactors;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.network.ClientAddress;
import org.sekisho.network.IpAddress;

/**
 * Judges a session each time it is used after the sign-in, so that a user whose address is refused
 * by now loses access with the next token and not the next morning.
 */
final class SessionGuard {

  private final KeycloakSession session;

  SessionGuard(KeycloakSession session) {
    this.session = session;
  }

  /**
   * Why the session may not be used now; empty where it may.
   *
   * @param client that the session is used for; null where it is unknown
   * @param caller that has sent the present request; null where it is unknown
   * @param type of the event that is written for a refusal
   */
  Optional<ReferenceNumber> refusal(
      UserSessionModel userSession, ClientModel client, ClientModel caller, EventType type) {
    RealmModel realm = userSession.getRealm();
    if (!Tenant.is(realm) || isService(userSession)) {
      return Optional.empty();
    }
    Decision decision =
        new Door(session, realm)
            .judge(
                userSession.getUser(),
                addressOf(userSession, client, caller),
                SessionFactors.of(session, userSession),
                client == null ? "" : client.getClientId());
    if (decision.isAllowed()) {
      return Optional.empty();
    }
    EventBuilder event =
        new EventBuilder(realm, session, session.getContext().getConnection())
            .event(type)
            .user(userSession.getUser())
            .session(userSession);
    if (client != null) {
      event.client(client);
    }
    return Optional.of(Refusal.record(event, decision));
  }

  private static boolean isService(UserSessionModel userSession) {
    return userSession.getUser().getServiceAccountClientLink() != null;
  }

  /**
   * A public client runs at the user's: the request comes from where the user is. The server of a
   * confidential client calls from its own address, so the one counts from which the user entered
   * the application last.
   */
  private Optional<IpAddress> addressOf(
      UserSessionModel userSession, ClientModel client, ClientModel caller) {
    boolean atUsers = caller == null || caller.isPublicClient();
    return atUsers
        ? ClientAddress.of(session.getContext().getConnection())
        : EntryAddress.of(userSession, client);
  }
}
