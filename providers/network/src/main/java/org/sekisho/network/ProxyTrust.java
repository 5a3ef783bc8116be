package org.sekisho.network;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the addresses that the server sees can be believed, judged from the server's options.
 *
 * @param headers the value of {@code proxy-headers}
 * @param trustedAddresses the value of {@code proxy-trusted-addresses}
 * @param proxyProtocol the value of {@code proxy-protocol-enabled}
 */
public record ProxyTrust(
    Optional<String> headers, Optional<String> trustedAddresses, boolean proxyProtocol) {

  /** What is wrong; {@code explanation} is for administrators. */
  public enum Warning {
    HEADERS_OF_ANYBODY(
        "proxy-headers is set without proxy-trusted-addresses: anybody can pretend to come from a"
            + " trusted network."),
    PORT_OF_ANYBODY(
        "proxy-protocol-enabled is set: whoever reaches the port can pretend to come from a trusted"
            + " network. That is right where nobody but the load balancer reaches it."),
    NO_PROXY_KNOWN(
        "Neither proxy-headers nor proxy-protocol-enabled is set. That is right where clients"
            + " connect to the server directly; behind a proxy every client has the proxy's"
            + " address.");

    private final String explanation;

    Warning(String explanation) {
      this.explanation = explanation;
    }

    public String explanation() {
      return explanation;
    }
  }

  /** Empty where addresses come from a source that is configured as trusted, and no other. */
  public Optional<Warning> warning() {
    if (headers.filter(value -> !value.isBlank()).isPresent()) {
      return trustsAnybody() ? Optional.of(Warning.HEADERS_OF_ANYBODY) : Optional.empty();
    }
    return Optional.of(proxyProtocol ? Warning.PORT_OF_ANYBODY : Warning.NO_PROXY_KNOWN);
  }

  private boolean trustsAnybody() {
    List<String> trusted =
        Pattern.compile(",").splitAsStream(trustedAddresses.orElse("")).map(String::strip).toList();
    return trusted.stream().allMatch(String::isEmpty)
        || trusted.stream().anyMatch(range -> range.endsWith("/0"));
  }
}
