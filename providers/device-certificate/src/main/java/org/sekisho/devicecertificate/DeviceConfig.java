package org.sekisho.devicecertificate;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.keycloak.Config;

/**
 * Server configuration {@code spi-sekisho-device-register--sekisho--*}.
 *
 * @param domain the listener's hosts are {@code <tenant>.<domain>}
 * @param host the address that the listener binds to
 * @param port the port that it binds to, 1 to 65,535
 * @param publicPort the port that browsers see
 * @param certificate PEM file with the listener's certificate for {@code *.<domain>}, and its chain
 * @param key PEM file with its private key
 * @param proxyProtocol whether a load balancer tells client addresses by the PROXY protocol; then
 *     nobody else may reach the port
 * @param maxConnections at once, 10 to 100,000
 * @param maxHandshakes new connections of one address in a minute, 10 to 100,000
 * @param root PEM file with the certificate of the offline root
 * @param publication base of the addresses of CRL, OCSP and CA certificates
 */
public record DeviceConfig(
    String domain,
    String host,
    int port,
    int publicPort,
    Path certificate,
    Path key,
    boolean proxyProtocol,
    int maxConnections,
    int maxHandshakes,
    Path root,
    URI publication) {

  private static final String NAME = "spi-sekisho-device-register--sekisho: ";
  private static final int MOST = 100_000;
  private static final int MOST_PORT = 65_535;

  /**
   * Reads the configuration.
   *
   * @return empty where no domain is set: then there are no device certificates
   * @throws IllegalArgumentException naming the option that cannot be used
   */
  static Optional<DeviceConfig> of(Config.Scope scope) {
    String domain = scope.get("domain");
    if (domain == null || domain.isBlank()) {
      return Optional.empty();
    }
    if (!domain.matches("[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?")) {
      throw new IllegalArgumentException(NAME + "domain must be a domain name in lower case");
    }
    int port = number(scope, "port", 8_444, 1, MOST_PORT);
    return Optional.of(
        new DeviceConfig(
            domain,
            scope.get("host", "0.0.0.0"),
            port,
            number(scope, "public-port", 443, 1, MOST_PORT),
            file(scope, "certificate-file"),
            file(scope, "certificate-key-file"),
            scope.getBoolean("proxy-protocol", false),
            number(scope, "max-connections", 2_000, 10, MOST),
            number(scope, "max-handshakes-per-minute", 120, 10, MOST),
            file(scope, "root-certificate-file"),
            publication(scope, domain)));
  }

  private static int number(Config.Scope scope, String option, int otherwise, int least, int most) {
    int value = scope.getInt(option, otherwise);
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          NAME + "%s must be %d to %d, is %d".formatted(option, least, most, value));
    }
    return value;
  }

  private static Path file(Config.Scope scope, String option) {
    String name = scope.get(option);
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(NAME + option + " is missing");
    }
    return Path.of(name);
  }

  /** Plain HTTP, as RFC 5280 §4.2.1.13 and §4.2.2.1 advise: who checks TLS must not need TLS. */
  private static URI publication(Config.Scope scope, String domain) {
    URI uri = URI.create(scope.get("publication-url", "http://pki." + domain));
    if (uri.getHost() == null || !"http".equals(uri.getScheme())) {
      throw new IllegalArgumentException(NAME + "publication-url must be an http address");
    }
    return uri;
  }
}
