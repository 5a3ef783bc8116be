package org.sekisho.standins.mailgateway;

/**
 * Something that an identity provider sent, or failed to send, ends the sign-in. Never holds a
 * token.
 */
final class GatewayProblem extends Exception {
  GatewayProblem(String text) {
    super(text);
  }

  static void unless(boolean fine, String text) throws GatewayProblem {
    if (!fine) {
      throw new GatewayProblem(text);
    }
  }
}
