package org.sekisho.federation.application;

import java.util.Arrays;
import java.util.Optional;

/** The formats of SAML core 8.3 that are of use to applications. */
enum NameIdFormat implements Word {
  EMAIL_ADDRESS("emailAddress", "email", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
  PERSISTENT("persistent", "persistent", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
  UNSPECIFIED(
      "unspecified", "unspecified", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
  TRANSIENT("transient", "transient", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient");

  private final String word;

  /** Keycloak's word for it in client attributes. */
  final String attribute;

  final String uri;

  NameIdFormat(String word, String attribute, String uri) {
    this.word = word;
    this.attribute = attribute;
    this.uri = uri;
  }

  @Override
  public String word() {
    return word;
  }

  static Optional<NameIdFormat> ofUri(String uri) {
    return Arrays.stream(values()).filter(format -> format.uri.equals(uri)).findFirst();
  }

  static Optional<NameIdFormat> ofAttribute(String attribute) {
    return Arrays.stream(values()).filter(format -> format.attribute.equals(attribute)).findFirst();
  }

  /** Whether a value of that kind can stand in this format. */
  boolean admits(NameIdSource source) {
    return switch (this) {
      case EMAIL_ADDRESS -> source == NameIdSource.USER_ID || source == NameIdSource.EMAIL;
      case TRANSIENT -> source == NameIdSource.GENERATED;
      case PERSISTENT -> true;
      case UNSPECIFIED -> source != NameIdSource.GENERATED;
    };
  }
}
