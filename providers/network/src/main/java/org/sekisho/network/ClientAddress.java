package org.sekisho.network;

import java.util.Optional;
import org.keycloak.common.ClientConnection;

/**
 * Where a client connects from. This class alone decides it, from the connection as Keycloak
 * resolved it under {@code proxy-headers} and {@code proxy-trusted-addresses}; no header is read
 * here, because anybody can write one.
 */
public final class ClientAddress {

  private ClientAddress() {}

  /** Empty where the server does not know: rules treat that as a refused address. */
  public static Optional<IpAddress> of(ClientConnection connection) {
    return connection == null ? Optional.empty() : parse(connection.getRemoteAddr());
  }

  /** Reads an address as Keycloak notes it on sessions and events. */
  public static Optional<IpAddress> parse(String noted) {
    if (noted == null) {
      return Optional.empty();
    }
    // The zone of a link-local address (RFC 4007 §11) means something on one machine only.
    int zone = noted.indexOf('%');
    return IpAddress.parse(zone < 0 ? noted : noted.substring(0, zone));
  }
}
