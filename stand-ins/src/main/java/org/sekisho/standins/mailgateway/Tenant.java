package org.sekisho.standins.mailgateway;

import java.util.Map;

/**
 * A customer of the gateway: the domain of its users, and where they sign in.
 *
 * @param clientSecret what the gateway proves itself with at that issuer
 */
record Tenant(String domain, String issuer, String clientId, String clientSecret) {

  /** Without the secret. */
  Map<String, String> shown() {
    return Map.of("domain", domain, "issuer", issuer, "clientId", clientId);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return shown().toString();
  }
}
