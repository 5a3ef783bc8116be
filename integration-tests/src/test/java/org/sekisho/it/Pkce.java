package org.sekisho.it;

/** Proof keys (RFC 7636) for tests that are about something else; the pair of its appendix B. */
final class Pkce {

  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** For an authorization request. */
  static final String PARAMETERS = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;

  private Pkce() {}
}
