package org.sekisho.network;

import java.util.Optional;

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

  /** Empty where addresses come from a source that is configured as trusted. */
  public Optional<Warning> warning() {
    boolean usesHeaders = headers.filter(value -> !value.isBlank()).isPresent();
    if (usesHeaders && trustedAddresses.filter(value -> !value.isBlank()).isEmpty()) {
      return Optional.of(Warning.HEADERS_OF_ANYBODY);
    }
    return usesHeaders || proxyProtocol ? Optional.empty() : Optional.of(Warning.NO_PROXY_KNOWN);
  }
}
