package org.sekisho.tenant.domain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.Config;

/**
 * Server configuration {@code spi-sekisho-dns-resolver--jndi--*}.
 *
 * @param servers IP addresses of name servers, each with or without a port; empty means those of
 *     the machine
 * @param timeoutMillis how long the first try waits for a server, 100 to 10,000; each further try
 *     waits twice as long
 * @param tries how often each server is asked, 1 to 5
 * @param maxConcurrent look-ups in flight on this node, 1 to 100; more are refused at once, so that
 *     a DNS that hangs cannot take all of the server's threads
 */
record JndiDnsConfig(List<String> servers, int timeoutMillis, int tries, int maxConcurrent) {

  /** Addresses only: a name would need the DNS that is to be asked. */
  private static final Pattern SERVER =
      Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]{2,45}])(?::[0-9]{1,5})?");

  JndiDnsConfig {
    for (String server : servers) {
      if (!SERVER.matcher(server).matches()) {
        throw new IllegalArgumentException(
            "sekisho-dns-resolver jndi: servers must be IP addresses, is " + server);
      }
    }
  }

  static JndiDnsConfig of(Config.Scope scope) {
    return new JndiDnsConfig(
        split(scope.get("servers", "")),
        within(100, scope.getInt("timeout-ms", 2_000), 10_000),
        within(1, scope.getInt("tries", 2), 5),
        within(1, scope.getInt("max-concurrent", 8), 100));
  }

  private static List<String> split(String servers) {
    return Stream.of(servers.split(",", -1))
        .map(String::trim)
        .filter(server -> !server.isEmpty())
        .toList();
  }

  private static int within(int least, int value, int most) {
    return Math.max(least, Math.min(most, value));
  }

  /** As the JDK's DNS provider wants them. */
  String providerUrl() {
    return servers.isEmpty()
        ? "dns:"
        : servers.stream().map(server -> "dns://" + server).collect(Collectors.joining(" "));
  }
}
