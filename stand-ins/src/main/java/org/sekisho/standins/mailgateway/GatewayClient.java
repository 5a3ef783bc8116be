package org.sekisho.standins.mailgateway;

/** How the gateway is registered where nothing else is said, and the secret it has everywhere. */
public record GatewayClient(String id, String secret) {
  public static final String USUAL_ID = "mail-gateway";

  /** Without the secret. */
  @Override
  public String toString() {
    return "GatewayClient[" + id + "]";
  }
}
