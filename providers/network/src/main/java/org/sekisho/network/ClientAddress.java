package org.sekisho.network;

import java.util.Optional;
import org.keycloak.common.ClientConnection;

/**
 * Where a client connects from. This class alone decides it, from the connection as Keycloak
 * resolved it under {@code proxy-headers} and {@code proxy-trusted-addresses}; no header is read
 * here, because anybody can write one.
 */
public final class ClientAddress {

  private static final String UNKNOWN = "unknown";

  private ClientAddress() {}

  /** Empty where the server does not know: rules treat that as a refused address. */
  public static Optional<IpAddress> of(ClientConnection connection) {
    return connection == null ? Optional.empty() : parse(connection.getRemoteAddr());
  }

  /** The address as the server knows it, for comparing; never null. */
  public static String text(ClientConnection connection) {
    return of(connection).map(IpAddress::toString).orElse(UNKNOWN);
  }

  /**
   * The caller whom a limit counts, see {@link IpAddress#host()}. Those of whom the server knows no
   * address are one caller.
   */
  public static String caller(ClientConnection connection) {
    return of(connection).map(IpAddress::host).map(Network::toString).orElse(UNKNOWN);
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
