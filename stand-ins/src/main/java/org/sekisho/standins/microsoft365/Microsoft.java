package org.sekisho.standins.microsoft365;

/** The names that Microsoft 365 is known by, and the ones it understands. */
final class Microsoft {
  static final String ENTITY_ID = "urn:federation:MicrosoftOnline";
  static final String MULTIPLE_AUTHN = "http://schemas.microsoft.com/claims/multipleauthn";
  static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  static final String EMAIL_ATTRIBUTE = "IDPEmail";
  static final String UPN_ATTRIBUTE = "http://schemas.xmlsoap.org/claims/UPN";
  static final String ASSERTION_CONSUMER = "/login.srf";

  private Microsoft() {}
}
