package org.sekisho.standins.mailgateway;

/** What the token endpoint answered. */
record Tokens(String idToken, String accessToken) {
  /** Without the tokens. */
  @Override
  public String toString() {
    return "Tokens";
  }
}
