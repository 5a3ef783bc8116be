package org.sekisho.loginpolicy.session;

import java.util.Optional;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.network.ClientAddress;
import org.sekisho.network.IpAddress;

/**
 * Where a user was when an application was entered last. A session goes with a notebook from the
 * office to a hotel; the address of its beginning tells nothing about an application that was
 * opened at the hotel.
 */
public final class EntryAddress {

  /** Name of the client-session note. */
  private static final String NOTE = "sekisho.address";

  private EntryAddress() {}

  /** Notes the address of the present request for the application that is being entered. */
  public static void note(AuthenticationSessionModel signIn, ClientConnection connection) {
    ClientAddress.of(connection)
        .ifPresent(address -> signIn.setClientNote(NOTE, address.toString()));
  }

  /** The address of the session's beginning where the application was not entered by a sign-in. */
  static Optional<IpAddress> of(UserSessionModel userSession, ClientModel client) {
    AuthenticatedClientSessionModel entered =
        client == null ? null : userSession.getAuthenticatedClientSessionByClient(client.getId());
    String noted = entered == null ? null : entered.getNote(NOTE);
    return ClientAddress.parse(noted == null ? userSession.getIpAddress() : noted);
  }
}
